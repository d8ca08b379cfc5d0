"""Parts of the page Trình chiếu."""
