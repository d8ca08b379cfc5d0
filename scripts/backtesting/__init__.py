"""Parts of the backtest: what is asked, who answers, how answers are scored and summed up."""
