"""The drug alone, in one compartment, as a product text describes it: closed forms, no IgE."""

import math


def left(weeks: float, half_life: float) -> float:
    """Give the share of one dose that is left after some weeks, for a half-life in days; absorption is left out."""
    return math.pow(0.5, 7 * weeks / half_life)


def absorption(half_life: float, highest: float) -> float:
    """Give the absorption rate, per day, with which the highest level after one dose falls on a day.

    It solves ``ln(ka / k) = (ka - k) highest``, in which k is the elimination rate that a half-life in days gives.
    """
    from scipy.optimize import brentq  # a third of a second to load, which no other page should pay

    k = math.log(2) / half_life
    found: float = brentq(lambda ka: math.log(ka / k) - (ka - k) * highest, k * (1 + 1e-6), 50.0)
    return found


def trough(volume: float, half_life: float, highest: float, weight: float, dose: float, weeks: float) -> float:
    """Give the level of the drug, in µg/ml, at the end of an interval once every interval is like the one before it.

    Args:
        volume: in ml/kg; half_life: in days; highest: the day of the highest level after one dose.
        weight: in kg; dose: in mg.
    """
    k, ka, days = math.log(2) / half_life, absorption(half_life, highest), 7 * weeks

    def summed(rate: float) -> float:
        return math.exp(-rate * days) / (1 - math.exp(-rate * days))

    return 1000 * dose / (volume * weight) * ka / (ka - k) * (summed(k) - summed(ka))
