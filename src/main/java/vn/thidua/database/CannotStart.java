package vn.thidua.database;

/** The application must not run as it is set up; says in English, for the log, what is wrong and what to do. */
public class CannotStart extends RuntimeException {

    private final String remedy;

    public CannotStart(String problem, String remedy) {
        super(problem);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
