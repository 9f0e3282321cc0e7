package vn.thidua.process.engine;

import java.util.List;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyDigitRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLowerCaseRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicySpecialCharacterRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUpperCaseRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;

/** At least twelve characters, with lower and upper case, a digit and a sign, and without the account's own data. */
final class MixedPasswords implements PasswordPolicy {

    static final String SENTENCE =
            "Mật khẩu phải có ít nhất 12 ký tự, gồm chữ thường, chữ hoa, chữ số và ký tự đặc biệt, không chứa"
                    + " tên tài khoản, họ tên hoặc thư điện tử. Hãy chọn mật khẩu khác.";

    @Override
    public List<PasswordPolicyRule> getRules() {
        return List.of(
                new PasswordPolicyUserDataRuleImpl(),
                new PasswordPolicyLengthRuleImpl(12),
                new PasswordPolicyLowerCaseRuleImpl(1),
                new PasswordPolicyUpperCaseRuleImpl(1),
                new PasswordPolicyDigitRuleImpl(1),
                new PasswordPolicySpecialCharacterRuleImpl(1));
    }
}
