"""What `streamlit run asgi.py` starts: the pages of app.py and the endpoints beside them.

Streamlit finds the program by reading this file: `st.App` must be called here, by name.
"""

import streamlit as st

from kh359.serving.app import middleware, routes
from kh359.serving.lifespan import lifespan

app = st.App("app.py", lifespan=lifespan, routes=routes(), middleware=middleware())
