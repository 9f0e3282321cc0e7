package vn.thidua.nomination;

import java.util.List;
import java.util.UUID;

/** What has been awarded before; the room that decides implements it. */
public interface PastAwards {

    /** The awards of the nominee in all campaigns, under every name it has had. */
    List<PastAward> of(UUID nominee);
}
