"""Parts of the page Tổng quan."""
