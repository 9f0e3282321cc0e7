package vn.thidua.process;

import java.util.Collection;
import org.springframework.stereotype.Component;
import vn.thidua.nomination.Dossiers;

/** Tells the processes of dossiers that they are concluded: each of them reads its own result, but all of them are read at once. */
@Component
class ConcludedDossiers {

    private final Dossiers dossiers;
    private final InHand inHand;
    private final Messages messages;

    ConcludedDossiers(Dossiers dossiers, InHand inHand, Messages messages) {
        this.dossiers = dossiers;
        this.inHand = inHand;
        this.messages = messages;
    }

    void tell(Collection<String> numbers) {
        if (numbers.isEmpty()) return;
        inHand.take(dossiers.all(numbers));
        messages.send("dossier.concluded", numbers);
    }
}
