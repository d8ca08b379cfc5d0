"""Parts of the page Độ tin cậy."""
