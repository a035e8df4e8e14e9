-- The track of each event and medication step, and where a short text of it stands while its track is closed: the line within
-- the track, pixels from the middle of that line, the column of the month where it is anchored, and the side it extends to.
CREATE TABLE case_homes AS
SELECT * FROM (VALUES
    ('lesions', 'Earlier', 1, 0, NULL, NULL, NULL, NULL),
    ('cutaneous-mastocytosis', 'Earlier', 1, 0, NULL, NULL, NULL, NULL),
    ('regression', 'Earlier', 1, 0, NULL, NULL, NULL, NULL), ('referral', 'Earlier', 1, 0, NULL, NULL, NULL, NULL),
    ('systemic-mastocytosis', 'Earlier', 1, 0, 'view', 'left', 'skin lesions, anaphylaxis, systemic mastocytosis',
        'diagnosis'),
    ('flares', 'Symptoms', 1, 12, 'view', 'left', 'daily flares', 'flares'),
    ('score-before', 'Symptoms', 2, 3, 'start_low', 'right', 'score 7–10', '7–10'),
    ('score-after-1', 'Symptoms', 1, -3, 'start_high', 'left', 'lower, no score printed', 'lower, no value'),
    ('asymptomatic', 'Symptoms', 1, 12, 'start_high', 'left', 'asymptomatic after dose 2', 'none after dose 2'),
    ('score-zero', 'Symptoms', 2, 3, 'start_high', 'left', 'score 0 after dose 3', 'score 0'),
    ('score-20-months', 'Symptoms', 2, 3, 'start_low', 'right', 'score 0 at 20 months', 'score 0'),
    ('dose-1', 'Omalizumab', 1, 10, NULL, NULL, NULL, NULL), ('dose-2', 'Omalizumab', 1, 10, NULL, NULL, NULL, NULL),
    ('dose-3', 'Omalizumab', 1, 10, NULL, NULL, NULL, NULL), ('omalizumab-1', 'Omalizumab', 1, 10, NULL, NULL, NULL, NULL),
    ('injections', 'Omalizumab', 2, 4, 'start_low', 'left', 'every 4 weeks, 300 mg; how many after the third is not printed',
        'every 4 weeks; number not printed'),
    ('five-weeks', 'Omalizumab', 1, -5, 'start_low', 'right', 'now every 5 weeks', 'now every 5 weeks'),
    ('prednisone-1', 'Steroids', 2, -4, NULL, NULL, NULL, NULL),
    ('prednisone-2', 'Steroids', 2, -4, 'view', 'left', 'prednisone', 'prednisone'),
    ('steroids-stop-abstract', 'Steroids', 1, -3, 'start_high', 'left', 'ended after dose 2, the abstract says',
        'end (abstract)'),
    ('steroids-again', 'Steroids', 2, -4, 'start_low', 'left',
        'again after the relapse; when, and for how long, is not printed', 'again; no date'),
    ('steroids-stop-body', 'Steroids', 1, -3, 'start_high', 'right', 'ended after the re-start, the body says',
        'end (body)'),
    ('cetirizine', 'Cetirizine', 1, 0, 'view', 'left', 'up to 20 mg a day', NULL),
    ('cetirizine-stop', 'Cetirizine', 1, 0, 'start_low', 'left', 'stopped in nine months; start of count assumed',
        'stopped (assumed)'),
    ('ketotifen-1', 'Ketotifen', 1, 0, 'view', 'left', 'dose', NULL),
    ('ketotifen-2', 'Ketotifen', 1, 0, 'end_high', 'right', 'dose', 'dose'),
    ('cromolyn-1', 'Cromolyn', 1, 0, 'view', 'left', 'dose', NULL),
    ('cromolyn-2', 'Cromolyn', 1, 0, 'end_high', 'right', 'dose', 'dose'),
    ('routine-bloods', 'Blood', 3, -3, 'start_low', 'left', 'routine blood tests unchanged (values not shown)',
        'routine tests unchanged'),
    ('no-anaphylaxis', 'Safety', 1, -3, 'start_low', 'left', 'no further anaphylaxis; one was known before',
        'no further anaphylaxis'),
    ('no-side-effects', 'Safety', 1, 12, 'start_low', 'left', 'no side effects, the abstract says',
        'no side effects (abstract)'),
    ('local-swelling', 'Safety', 2, 3, 'start_low', 'left', 'minimal local swelling, the body says; no date',
        'local swelling (body)'),
    ('last-before-gap', 'Missed dose', 2, 0, NULL, NULL, 'last dose', 'last dose'),
    ('missed-dose', 'Missed dose', 2, 0, NULL, NULL, 'missed', 'missed'),
    ('relapse', 'Missed dose', 2, 0, NULL, NULL, 'symptoms|back', 'symptoms|back'),
    ('re-start', 'Missed dose', 2, 0, NULL, NULL, 're-start', 're-start'),
    ('remission', 'Missed dose', 2, 0, NULL, NULL, 'gone|again', 'gone|again'),
    -- Drawn only where the track is open.
    ('mild-symptoms', 'Earlier', NULL, NULL, NULL, NULL, NULL, NULL),
    ('anaphylaxis', 'Earlier', NULL, NULL, NULL, NULL, NULL, NULL),
    ('no-skin-lesions', 'Earlier', NULL, NULL, NULL, NULL, NULL, NULL),
    ('work-up', 'Earlier', NULL, NULL, NULL, NULL, NULL, NULL),
    ('major-criterion', 'Earlier', NULL, NULL, NULL, NULL, NULL, NULL),
    ('minor-tryptase', 'Earlier', NULL, NULL, NULL, NULL, NULL, NULL),
    ('minor-kit', 'Earlier', NULL, NULL, NULL, NULL, NULL, NULL),
    ('life-disrupted', 'Symptoms', NULL, NULL, NULL, NULL, NULL, NULL),
    ('first-line-failure', 'Symptoms', NULL, NULL, NULL, NULL, NULL, NULL),
    ('last-report', 'Symptoms', NULL, NULL, NULL, NULL, NULL, NULL),
    ('topical-steroids', 'Steroids', NULL, NULL, NULL, NULL, NULL, NULL),
    ('omalizumab-2', 'Omalizumab', NULL, NULL, NULL, NULL, NULL, NULL)
) AS homes (id, track, line, shift, anchor, side, words, short);

-- The tracks of the child's timeline in their order: how many lines each takes, and what stands below its name.
CREATE TABLE case_tracks AS
SELECT row_number() OVER () AS track_order, *,
(SELECT count(*) FROM case_homes AS homes WHERE homes.track = tracks.track) AS events
FROM (VALUES
    ('Earlier', 1, ''), ('Symptoms', 2, 'score 0 to 10'), ('Missed dose', 3, 'no date printed'),
    ('Omalizumab', 2, 'under the skin'), ('Steroids', 2, ''), ('Cetirizine', 1, ''), ('Ketotifen', 1, ''),
    ('Cromolyn', 1, ''), ('Blood', 3, 'before → during'), ('Safety', 2, 'on omalizumab')
) AS tracks (track, lines, note);
