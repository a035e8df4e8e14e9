-- One row per mark of the timeline in its line: tracks, marks in their track, and the events of each track that is open.
WITH opened AS (
    SELECT unnest($open) AS track
    UNION SELECT track FROM case_homes WHERE id = $event AND line IS NULL
),
tracks AS (
    SELECT
        track, opened.track IS NOT NULL AS open, if(open, events, 0) AS own,
        (sum(lines + own) OVER (ORDER BY track_order) - lines - own)::INTEGER AS above
    FROM case_tracks LEFT JOIN opened USING (track)
)
SELECT (above + line - 1)::INTEGER AS slot, story.*, coalesce(id = $event, false) AS chosen, open
FROM case_story AS story JOIN tracks USING (track) WHERE depth = 0 OR open
ORDER BY slot, depth, start_low, id;
