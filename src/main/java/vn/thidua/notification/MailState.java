package vn.thidua.notification;

/** Where a mail stands. */
public enum MailState {
    WAITING("Đang chờ gửi"),
    SENT("Đã gửi"),
    GIVEN_UP("Đã ngừng gửi");

    private final String inWords;

    MailState(String inWords) {
        this.inWords = inWords;
    }

    public String inWords() {
        return inWords;
    }
}
