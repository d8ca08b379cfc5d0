"""Parts of the page Xuất."""
