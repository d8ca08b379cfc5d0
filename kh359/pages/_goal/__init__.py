"""Parts of the page Cần gì để đạt."""
