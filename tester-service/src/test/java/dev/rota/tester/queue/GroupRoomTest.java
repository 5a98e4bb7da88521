package dev.rota.tester.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class GroupRoomTest {
    private static final String FULL = "the group testers is full with 200 members, for the brokers'"
            + " group.share.max.size is 200: raise it to the slots of all testers together (at most 1000), or start"
            + " testers with fewer slots (--slots, now 8)";

    private final List<String> told = new ArrayList<>();
    private GroupSize size = new GroupSize(OptionalInt.of(200), OptionalInt.of(200));
    private final GroupRoom room = new GroupRoom("testers", "group.share.max.size", 8, () -> size, told::add);

    @Test
    void aFullGroupIsToldOnceHoweverManySlotsFindNoPlace() {
        GroupRoom.Place first = room.place();
        first.refused();
        room.place().refused();
        first.refused();
        assertThat(told).containsExactly(FULL + "; slots without a place try again, the others work on");
        assertThat(room.warning()).contains("2 of this tester's 8 slots have no work: " + FULL);
    }

    @Test
    void theWarningEndsWithTheWaitAndANewOneIsToldAnew() {
        GroupRoom.Place place = room.place();
        assertThat(room.warning()).isEmpty();
        place.refused();
        place.admitted();
        assertThat(room.warning()).isEmpty();
        place.refused();
        assertThat(told).hasSize(2);
    }

    @Test
    void whatTheBrokersDoNotTellIsLeftOut() {
        size = new GroupSize(OptionalInt.empty(), OptionalInt.empty());
        room.place().refused();
        assertThat(told.getFirst())
                .startsWith("the group testers is full, for the brokers' group.share.max.size: raise it to the slots");
    }
}
