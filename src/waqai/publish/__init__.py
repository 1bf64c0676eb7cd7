"""Files that leave the house: exporters, the page, the bulletin, and the policy they leave under."""
