package vn.thidua.council;

/** A dossier on the agenda with the sums of its votes; stays in this room until the votes are counted. */
record CountedItem(SessionItem item, int yes, int no, int abstain) {

    String dossier() {
        return item.dossier();
    }

    int cast() {
        return yes + no + abstain;
    }
}
