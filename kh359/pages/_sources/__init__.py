"""Parts of the page Nguồn số liệu."""
