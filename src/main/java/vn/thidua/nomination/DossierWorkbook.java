package vn.thidua.nomination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.Campaigns;
import vn.thidua.document.Workbooks;
import vn.thidua.document.Workbooks.Sheet;

/** The dossiers of a round as Excel: those the actor sees. */
@Component
public class DossierWorkbook {

    private static final List<String> HEADS = List.of(
            "Số hồ sơ",
            "Tên",
            "Chức vụ",
            "Loại",
            "Đơn vị đề nghị",
            "Hình thức đề nghị",
            "Thành tích",
            "Trạng thái",
            "Từ lúc",
            "Nộp lúc",
            "Hạn đang chạy",
            "Căn cứ của hạn");

    private final DossierSight sight;
    private final AwardRounds rounds;
    private final Campaigns campaigns;
    private final Citations citations;

    DossierWorkbook(DossierSight sight, AwardRounds rounds, Campaigns campaigns, Citations citations) {
        this.sight = sight;
        this.rounds = rounds;
        this.campaigns = campaigns;
        this.citations = citations;
    }

    public byte[] of(String round) {
        var found = rounds.get(round);
        var dossiers = sight.visible(campaigns.get(found.campaign())).stream()
                .filter(dossier -> dossier.round().equals(round))
                .toList();
        var cited = citations.of(dossiers.stream().map(Dossier::number).toList());
        var rows = dossiers.stream()
                .map(dossier -> row(dossier, cited.get(dossier.number())))
                .toList();
        return Workbooks.write(List.of(new Sheet(found.name(), HEADS, rows)));
    }

    private static List<@Nullable Object> row(Dossier dossier, Citations.Citation citation) {
        return new ArrayList<>(Arrays.asList(
                dossier.number(),
                dossier.nomineeName(),
                citation.position(),
                dossier.kind().label(),
                dossier.unitName(),
                dossier.formName(),
                citation.meritsInWords(),
                dossier.state().label(),
                VietnamTime.dateTime(dossier.since()),
                VietnamTime.dateTime(dossier.submittedAt()),
                VietnamTime.dateTime(dossier.limitAt()),
                dossier.limitBasis()));
    }
}
