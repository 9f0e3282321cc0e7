package vn.thidua.decision;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.decision.Certificate.Status;

/** The certificates (bằng) and what the public may know of them. */
@Component
public class Certificates {

    private static final int CODE_BYTES = 16;
    private static final String SELECT =
            "select c.*, r.key as register_key from certificate c join award_register r on r.id = c.register ";

    private final JdbcClient sql;
    private final JdbcTemplate batch;
    private final DocumentNumbers numbers;
    private final SecureRandom random = new SecureRandom();

    Certificates(JdbcClient sql, JdbcTemplate batch, DocumentNumbers numbers) {
        this.sql = sql;
        this.batch = batch;
        this.numbers = numbers;
    }

    /** What anybody who holds the code may know; empty for a code nobody was given. */
    public Optional<PublicAward> find(String code) {
        return sql.sql("""
                select c.status, c.name, r.unit_name, r.form, r.grade
                from certificate c join award_register r on r.id = c.register where c.code = ?""")
                .param(code)
                .query((row, i) -> new PublicAward(
                        Status.valueOf(row.getString("status")),
                        row.getString("name"),
                        row.getString("unit_name"),
                        AwardForm.valueOf(row.getString("form")).named(row.getObject("grade", Integer.class))))
                .optional();
    }

    /** All certificates of a register entry, by its key, the oldest first. */
    public List<Certificate> of(String register) {
        return sql.sql(SELECT + "where r.key = ? order by c.year, c.number")
                .param(register)
                .query(Certificates::certificate)
                .list();
    }

    /** The valid certificates of a decision, in the order of its list. */
    public List<Certificate> ofDecision(long decision) {
        return sql.sql(SELECT + "where r.decision = ? and c.status = 'VALID' order by r.year, r.number")
                .param(decision)
                .query(Certificates::certificate)
                .list();
    }

    /** One certificate for each entry of the decision, in one statement. */
    void issue(AwardDecision decision, int firstEntry) {
        var size = decision.standing().size();
        var issuedOn = Objects.requireNonNull(decision.number()).date();
        var year = issuedOn.getYear();
        var first = numbers.block(decision.campaign(), DocumentNumbers.CERTIFICATE, year, size);
        var codes = Stream.generate(this::code).limit(size).toArray();
        batch.update("""
                insert into certificate(code, register, campaign, year, number, issued_on, name, status)
                select c.code, r.id, r.campaign, ?, ? + c.place - 1, ?, r.name, 'VALID'
                from unnest(?::text[]) with ordinality as c(code, place)
                join award_register r on r.decision = ? and r.number = ? + c.place - 1""", statement -> {
            statement.setInt(1, year);
            statement.setInt(2, first);
            statement.setObject(3, issuedOn);
            statement.setArray(4, statement.getConnection().createArrayOf("text", codes));
            statement.setLong(5, decision.id());
            statement.setInt(6, firstEntry);
        });
    }

    /** A new certificate in the place of the valid one, which from now on says so. */
    Certificate replace(RegisterEntry entry, String name, LocalDate issuedOn) {
        var old = sql.sql(
                        "update certificate set status = 'REISSUED' where register = ? and status = 'VALID' returning code")
                .param(entry.id())
                .query(String.class)
                .single();
        var code = code();
        var year = issuedOn.getYear();
        var number = numbers.block(entry.campaign(), DocumentNumbers.CERTIFICATE, year, 1);
        sql.sql("""
                insert into certificate(code, register, campaign, year, number, issued_on, name, status)
                values (?, ?, ?, ?, ?, ?, ?, 'VALID')""")
                .params(code, entry.id(), entry.campaign(), year, number, issuedOn, name)
                .update();
        sql.sql("update certificate set replaced_by = ? where code = ?")
                .params(code, old)
                .update();
        return new Certificate(code, entry.key(), year, number, issuedOn, Status.VALID, null);
    }

    /** No certificate of the award is worth anything any more. */
    void revoke(RegisterEntry entry) {
        sql.sql("update certificate set status = 'REVOKED' where register = ?")
                .param(entry.id())
                .update();
    }

    /** 128 random bits, safe in a web address. */
    private String code() {
        var bytes = new byte[CODE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Certificate certificate(ResultSet row, int i) throws SQLException {
        return new Certificate(
                row.getString("code"),
                row.getString("register_key"),
                row.getInt("year"),
                row.getInt("number"),
                row.getObject("issued_on", LocalDate.class),
                Status.valueOf(row.getString("status")),
                row.getString("replaced_by"));
    }
}
