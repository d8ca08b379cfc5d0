"""Parts of the page Số liệu."""
