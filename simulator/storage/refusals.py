"""What the store answers when a wish does not fit what it keeps, in plain words."""

NAME_TAKEN = "There is somebody called {name} already. Add a surname or a letter to tell you apart."
NOT_LISTED = "This person is no longer on the list. Choose a person, then start again."
GONE = "This conversation is no longer kept; it was discarded, perhaps in another window."
BEGUN_ALREADY = "This conversation was begun already. Open it from the list to go on."
FINISHED = "This conversation is finished; its record stands."
NOT_FINISHED = "This conversation is not finished yet. Finish it first; then it can be reviewed."
PLAYED_ELSEWHERE = (
    "This conversation went on in another window, so this was not saved. "
    "Open it again from the list to go on from there."
)
