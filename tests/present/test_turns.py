"""Files are made a few at a time, in the order in which they were asked for, and nobody waits without end."""

import threading

import pytest

from present.turns import FullError, Turns


def test_one_at_a_time_in_order_with_a_place_and_an_end():
    turns, done, told, asked = Turns(1, longest=2), [], [], threading.Semaphore(0)

    def reader(name):
        def waiting(place):
            told.append((name, place))
            asked.release()

        with turns.turn(waiting):
            done.append(name)

    with turns.turn():
        threads = [threading.Thread(target=reader, args=(name,)) for name in ["first", "second"]]
        for thread in threads:
            thread.start()
            assert asked.acquire(timeout=10)
        with pytest.raises(FullError, match="Try again"), turns.turn():
            pass
        assert done == []
    for thread in threads:
        thread.join(10)
    assert done == ["first", "second"]
    assert {("first", 1), ("second", 2)} <= {*told}


def test_who_leaves_the_line_holds_nobody_up():
    turns = Turns(1)
    with turns.turn(), pytest.raises(KeyError), turns.turn(lambda place: {}[place]):
        pass
    with turns.turn(lambda place: pytest.fail("nobody is ahead")):
        pass
