"""The wordings of mornings, by their ids; the holes are filled in `prompts.py`."""

TEXTS = {
    "day_2": "Day two, coming back is the hard one, and here you are. {plan}, {time}.",
    "day_3": "{plan}. Tied to something you do every day anyway, two minutes are easy to keep.",
    "day_4": (
        "{plan}. Good to know: after six days in a row comes a rest day. Every seven days shown up put a "
        "spare day aside, and a day off uses it by itself. Nothing to manage."
    ),
    "day_7": (
        "Your first week: {days}, {reps} reps, {minutes} in all. Today: {plan}, {time}. "
        "The plan grows from what you log. Same two minutes next week."
    ),
    "morning_normal_1": "{plan}. Belly tight before the first rep.",
    "morning_normal_2": "{plan}. Chest leads, hips follow along.",
    "morning_normal_3": "{plan}. Look at the floor a hand ahead of you.",
    "morning_normal_4": "{plan}. Breathe out on the way up.",
    "morning_normal_5": "{plan}. Let the last rep look like the first.",
    "morning_normal_6": "{plan}. Slow on the way down, brisk on the way up.",
    "morning_normal_7": "{plan}. Hands under the shoulders.",
    "morning_normal_8": "{plan}. Push the floor away.",
    "morning_normal_9": "{plan}. One straight line from your head down.",
    "morning_normal_10": "{plan}. Shoulders away from the ears.",
    "morning_normal_11": "{plan}. Elbows back a little, not straight out.",
    "morning_normal_12": "{plan}. Spread the fingers and grip the floor.",
    "morning_normal_13": "{plan}. A short stop at the bottom, then up.",
    "morning_normal_14": "{plan}. Breathe in on the way down.",
    "morning_normal_15": "{plan}. Settle for a breath before you start.",
    "morning_normal_16": "{plan}. Stop the set while it still feels tidy.",
    "morning_pull_1": "{plan}. Shoulders away from the ears before the first rep.",
    "morning_pull_2": "{plan}. Slow all the way down.",
    "morning_pull_3": "{plan}. Hold the bar with the whole hand.",
    "morning_pull_4": "{plan}. Let the last rep be as calm as the first.",
    "morning_pull_5": "{plan}. Knees a touch in front, belly tight.",
    "morning_pull_6": "{plan}. A breath before you start.",
    "morning_pull_7": "{plan}. Stop the set while it still looks tidy.",
    "morning_pull_8": "{plan}. Breathe out as you come down.",
    "morning_pull_9": "{plan}. Wait until nothing swings, then begin.",
    "morning_pull_10": "{plan}. Eyes ahead, neck long.",
    "morning_pull_11": "{plan}. Elbows towards the ribs.",
    "morning_pull_12": "{plan}. Count aloud on the way down.",
    "morning_pull_13": "{plan}. Take your time between reps.",
    "morning_pull_14": "{plan}. Let the arms get long at the end of each rep.",
    "morning_pull_15": "{plan}. Squeeze the shoulder blades together.",
    "morning_pull_16": "{plan}. Fight gravity a little longer than you must.",
    "morning_level_up": "One small step up today: {plan}, {time}. Stop a set early if your form goes first.",
    "morning_open": "{plan}. Stop with two in hand. The count can move you up, never down.",
    "morning_cut": "{plan}. Kept under three minutes: one set fewer today.",
    "morning_cut_two": "{plan}. Kept under three minutes: two sets fewer today.",
    "morning_light": (
        "Yesterday was a tough one, so today is deliberately easy: {plan}. "
        "Leave feeling you could do more. That is the point."
    ),
    "plan_after_short": (
        "Lighter today after a day that stopped early, then we try that one again: {plan}. Bad arm days "
        "happen, especially after long runs."
    ),
    "morning_push_only": (
        "Push-ups only today: {plan}. Slow lowering is new to your arms and it works best with a day in "
        "between. The bar is back next time."
    ),
    "morning_toes": (
        "First day on your toes: up to five, stop with one in hand, then {rest}. "
        "Quality, not count. Straight as a board."
    ),
    "morning_try": (
        "Fresh arms, one try: a single pull-up from a hang, then {rest}. "
        "Up or not, the slow lowering goes on working for you."
    ),
    "morning_negative": (
        "{plan}. Step up on the bench until your chin is over the bar, then fight gravity all the way down "
        "and count aloud. Step back up, never jump down."
    ),
    "morning_pull_up": (
        "Bar day: {plan}. Start from a hang, bend the elbows, squeeze the shoulder blades together, and "
        "come down as carefully as you went up. Knees a touch in front, belly tight."
    ),
    "morning_variation_wide": (
        "New angle today: {plan}. Hands a bit wider than usual; everything else stays straight as a board. "
        "Fewer reps are planned because it is harder."
    ),
    "morning_variation_narrow": (
        "New angle today: {plan}. Hands a bit closer than usual; everything else stays straight as a board. "
        "Fewer reps are planned because it is harder."
    ),
    "season_slow": (
        "Slow lowering: {plan}, three seconds on each way down. Fewer reps, because each one is longer. Stop "
        "when the three seconds slip."
    ),
    "season_pause": (
        "Pauses: {plan}, two quiet seconds low in each push-up, chin high in each pull-up. Breathe while you "
        "hold."
    ),
    "season_ladder": (
        "Ladders: {plan}, rung by rung, a breath between. Step off early if a rung gets ragged."
    ),
    "season_hundred": (
        "{goal} this week, in small parts. Today: {plan}. A day off is fine, the rest spreads itself over "
        "what is left of the week."
    ),
    "season_test": (
        "Test day: {plan}. As many as stay tidy, stop with two in hand. It can move you up, never down."
    ),
    "quiet_week": (
        "No pressure from this side. The routine is two minutes long and it will be here whenever you want "
        "it: {plan}. Or tap Pause and I'll stay quiet."
    ),
    "quiet_week_2": (
        "Two minutes are still two minutes, and any day is a good one to start again. When it suits you: "
        "{plan}, {time}."
    ),
    "quiet_week_3": (
        "All you did still counts, and the plan waits: {plan}, {time}. From here on I stay quiet; one word "
        "is enough."
    ),
    "back_8_14": (
        "Good to see you! Some days off change very little. We start a step or two lower, {plan}, and "
        "you'll be back where you were in no time."
    ),
    "back_15_28": (
        "Welcome back. Strength hangs around longer than people think, so we restart gently at {plan} and "
        "climb a step each session that feels fine."
    ),
    "back_long": (
        "So glad you're here. Fresh start, same two minutes. Let's begin with {plan} and find out how your "
        "arms feel. If you like, answer three questions and I'll fit the plan to today's you."
    ),
    "morning_light_bar": (
        "Yesterday was a tough one, so today is deliberately easy: {plan}. {cue} "
        "Leave feeling you could do more. That is the point."
    ),
    "missed_one_unnamed": "Hi! Today's two minutes: {plan}. Pick it up right where you left it.",
    "missed_one": "Hi {name}! Today's two minutes: {plan}. Pick it up right where you left it.",
    "race_after": "Hope you enjoyed it. Light today, so your legs get the day: {plan}.",
    "step_down": (
        "We're moving to {rungs} for a bit: shorter sets, more room to grow. It's a run-up, not a fall. "
        "Today: {plan}. Prefer to stay? Tap Undo."
    ),
    "plateau": (
        "You've held {held} for two weeks. That's strength settling, not you stalling. Three lighter days "
        "now, then another look at it with fresh arms. Today: {plan}."
    ),
    "season_end": (
        "Four weeks done: {last} at the last test, {tested} now. Back to the plain ladder for a week, then "
        "another season if you like. Today: {plan}."
    ),
    "season_end_first": (
        "Four weeks done: {tested} at the test. Back to the plain ladder for a week, then another season if "
        "you like. Today: {plan}."
    ),
}
