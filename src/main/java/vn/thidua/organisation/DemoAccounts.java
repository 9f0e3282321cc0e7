package vn.thidua.organisation;

import java.util.List;

/**
 * The accounts a visitor may try, all with one known password. Present only where an installation runs on the embedded database with
 * demonstration data; with a configured database there is none.
 */
public interface DemoAccounts {

    /** The password of every demo account. */
    String password();

    /** In the order they are to be shown. */
    List<DemoAccount> accounts();

    /**
     * @param role what the person does, in Vietnamese, e.g. "Cơ quan thường trực: Sở Nội vụ"
     * @param campaign the code of the campaign the person takes part in; empty for one who takes part in none or in all
     */
    record DemoAccount(String userId, String name, String role, String campaign) {}
}
