"""Parts of the page Chỉ tiêu."""
