"""What is drawn, defined once: small frozen definitions, their builders and their renderers.

Definitions hold figures as shown (percent as percent) and finished words; a renderer only draws.
"""
