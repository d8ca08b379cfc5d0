"""Every word and number the user reads, in Vietnamese first and English second.

Source strings are English; `vi/LC_MESSAGES/kh359.po` holds the Vietnamese. See
docs/decisions/interface-language.md.
"""
