// A small story of our own with what the importer carries over.
VAR calm = 0
VAR looked_up = false
VAR agent = "Ana"

-> greeting

=== greeting ===
My parcel is a week late!
* [Let me look it up.]
    ~ looked_up = true
    Well, have you found it?
    -> questions
* I'm sorry to hear that.
    ~ calm = calm + 2
    -> questions
+ [It is not my fault.] -> angry

=== questions ===
{looked_up: So where is it?|What will you do now?}
* (asked_street) [Which street is it?]
    Elm Street. I said so last week.
    -> questions
* {asked_street} [Is it number four?] Yes, <>
    number four.
    -> questions
* {calm >= 2 or looked_up} [It comes today.] -> glad
+ [I cannot say.] -> angry

= glad
Thank you, {agent}.
-> END

=== angry ===
{Nobody helps me!|Again no help!}
* [Let me try again.] -> questions
* -> gone

=== gone ===
Goodbye.
-> END
