# Evidence of placements: why a passage stands where it stands. Joined with semicolons.

place-words = shares the words { $words }
place-heading = stands under “{ $heading }”
place-meaning = meaning { $likeness }
place-none = not clearly enough like any part of the plan
