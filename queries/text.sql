-- Numbers in words and intervals of proportions, for every other derivation.

-- A number without trailing zeros, and a closed interval in words: 17 to 93 is written 17–93.
CREATE MACRO number_text(value) AS format('{:g}', value::DOUBLE);
CREATE MACRO range_text(low, high) AS
    CASE WHEN low = high THEN number_text(low) ELSE number_text(low) || '–' || number_text(high) END;

-- A count of patients in words, with how far possible matches could take it: 6 patients, up to 46.
CREATE MACRO up_to_text(certain, possible) AS
    certain || if(certain = 1, ' patient', ' patients') || if(possible > 0, ', up to ' || (certain + possible), '');

-- The ends of the Wilson interval of a proportion at 95 %: k of n as a share from 0 to 1, bounded even where k is 0 or n.
CREATE MACRO wilson_centre(k, n) AS (k + 1.959964 ** 2 / 2) / (n + 1.959964 ** 2);
CREATE MACRO wilson_margin(k, n) AS 1.959964 * sqrt(k * (n - k) / n + 1.959964 ** 2 / 4) / (n + 1.959964 ** 2);
CREATE MACRO wilson_low(k, n) AS greatest(0, wilson_centre(k, n) - wilson_margin(k, n));
CREATE MACRO wilson_high(k, n) AS least(1, wilson_centre(k, n) + wilson_margin(k, n));
