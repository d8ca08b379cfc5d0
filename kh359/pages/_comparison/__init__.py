"""Parts of the page So sánh."""
