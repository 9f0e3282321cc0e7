package vn.thidua.campaign;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.thidua.campaign.CampaignPlan.AwardForm.BK_TINH;
import static vn.thidua.campaign.CampaignPlan.AwardForm.BK_TTG;
import static vn.thidua.campaign.CampaignPlan.AwardForm.CO_CP;
import static vn.thidua.campaign.CampaignPlan.AwardForm.CO_TINH;
import static vn.thidua.campaign.CampaignPlan.AwardForm.GK;
import static vn.thidua.campaign.CampaignPlan.AwardForm.HCLD;
import static vn.thidua.campaign.CampaignPlan.Occasion.ANNUAL;
import static vn.thidua.campaign.CampaignPlan.Occasion.FINAL_REVIEW;
import static vn.thidua.campaign.CampaignPlan.Occasion.INTERIM_REVIEW;
import static vn.thidua.campaign.CampaignPlan.Quota.State.CENTRAL_ALLOCATION;
import static vn.thidua.campaign.CampaignPlan.Quota.State.HEAD_DECIDES;
import static vn.thidua.campaign.CampaignPlan.Quota.State.LATER_GUIDANCE;
import static vn.thidua.campaign.CampaignPlan.Quota.State.LIMITED;
import static vn.thidua.campaign.CampaignPlan.Quota.State.NOT_ALLOCATED;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import vn.thidua.calendar.Period;
import vn.thidua.calendar.Period.Frequency;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.CampaignPlan.Agency;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.CriteriaGroup;
import vn.thidua.campaign.CampaignPlan.Inspection;
import vn.thidua.campaign.CampaignPlan.LegalBasis;
import vn.thidua.campaign.CampaignPlan.Line;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.campaign.CampaignPlan.OpenPoint;
import vn.thidua.campaign.CampaignPlan.Part;
import vn.thidua.campaign.CampaignPlan.Phase;
import vn.thidua.campaign.CampaignPlan.Publicity;
import vn.thidua.campaign.CampaignPlan.Quota;
import vn.thidua.campaign.CampaignPlan.Review;
import vn.thidua.campaign.CampaignPlan.Target;

/** The five plans hold every fact the documents state, row by row, and nothing that they leave open. */
class PlansTest {

    private static final Map<String, CampaignPlan> PLANS = PlanFiles.shipped().stream()
            .map(file -> file.check().usable().orElseThrow())
            .collect(toMap(CampaignPlan::code, identity()));

    private final CampaignPlan binhPhuoc = PLANS.get("binh-phuoc");
    private final CampaignPlan binhDinh = PLANS.get("binh-dinh");
    private final CampaignPlan sonLa = PLANS.get("son-la");
    private final CampaignPlan binhChuong = PLANS.get("binh-chuong");
    private final CampaignPlan quangTrach = PLANS.get("quang-trach");

    @Test
    void five_plans_ship_two_of_them_of_communes() {
        assertThat(PLANS.values())
                .extracting(
                        CampaignPlan::code,
                        plan -> plan.authority().level(),
                        plan -> plan.authority().province())
                .containsExactlyInAnyOrder(
                        tuple("binh-phuoc", CampaignPlan.Level.PROVINCE, "Bình Phước"),
                        tuple("binh-dinh", CampaignPlan.Level.PROVINCE, "Bình Định"),
                        tuple("son-la", CampaignPlan.Level.PROVINCE, "Sơn La"),
                        tuple("binh-chuong", CampaignPlan.Level.COMMUNE, "Quảng Ngãi"),
                        tuple("quang-trach", CampaignPlan.Level.COMMUNE, "Quảng Trị"));
    }

    @Test
    void number_date_and_signer_are_as_printed_and_missing_where_nothing_is() {
        assertThat(binhPhuoc.document())
                .returns(null, CampaignPlan.PlanDocument::number)
                .returns(null, CampaignPlan.PlanDocument::date)
                .returns(null, CampaignPlan.PlanDocument::signer)
                .satisfies(document -> assertThat(document.missing()).contains("number", "date", "signer"));
        assertThat(binhDinh.document())
                .returns(null, CampaignPlan.PlanDocument::number)
                .returns(null, CampaignPlan.PlanDocument::date)
                .returns("Phạm Anh Tuấn", CampaignPlan.PlanDocument::signer)
                .returns("Chủ tịch", CampaignPlan.PlanDocument::position)
                .returns("TM.", CampaignPlan.PlanDocument::capacity)
                .satisfies(document -> assertThat(document.note()).contains("15/5/2025"));
        assertThat(sonLa.document())
                .returns("Quyết định số 1470/QĐ-UBND ngày 21/06/2025", CampaignPlan.PlanDocument::inWords)
                .returns("Tráng Thị Xuân", CampaignPlan.PlanDocument::signer)
                .returns("Phó Chủ tịch Thường trực", CampaignPlan.PlanDocument::position)
                .returns("KT.", CampaignPlan.PlanDocument::capacity);
        assertThat(binhChuong.document())
                .returns("19/KH-UBND", CampaignPlan.PlanDocument::number)
                .returns("08/2025", CampaignPlan.PlanDocument::date)
                .returns(null, CampaignPlan.PlanDocument::signer)
                .returns("Chủ tịch", CampaignPlan.PlanDocument::position)
                .satisfies(document -> assertThat(document.missing()).contains("day", "signer"));
        assertThat(quangTrach.document())
                .returns(null, CampaignPlan.PlanDocument::number)
                .returns(null, CampaignPlan.PlanDocument::date)
                .returns("Trần Quang Trung", CampaignPlan.PlanDocument::signer)
                .returns("Chủ tịch", CampaignPlan.PlanDocument::position);
    }

    @Test
    void son_la_was_signed_by_delegation_on_a_proposal() {
        assertThat(List.of(sonLa.document().delegation(), sonLa.document().proposal()))
                .extracting(LegalBasis::number, LegalBasis::date)
                .containsExactly(tuple("1068/QĐ-UBND", "10/06/2025"), tuple("361/TTr-SNV", "18/06/2025"));
    }

    @Test
    void the_superior_act_of_each_plan_is_named() {
        assertThat(acts(binhPhuoc.superior())).containsExactly(tuple(null, "Thủ tướng Chính phủ", null));
        assertThat(acts(binhDinh.superior())).containsExactly(tuple("923/QĐ-TTg", "Thủ tướng Chính phủ", "14/05/2025"));
        assertThat(acts(sonLa.superior())).containsExactly(tuple("923/QĐ-TTg", "Thủ tướng Chính phủ", "14/05/2025"));
        assertThat(acts(binhChuong.superior()))
                .containsExactly(tuple("142/KH-UBND", "UBND tỉnh Quảng Ngãi", "27/06/2025"));
        assertThat(acts(quangTrach.superior()))
                .containsExactly(
                        tuple("923/QĐ-TTg", "Thủ tướng Chính phủ", "14/05/2025"),
                        tuple("172/KH-UBND", "UBND tỉnh Quảng Trị", "22/07/2025"));
    }

    @Test
    void the_other_bases_are_named_by_number_issuer_and_date() {
        assertThat(acts(binhPhuoc.bases()))
                .containsExactlyInAnyOrder(
                        tuple("57-NQ/TW", "Bộ Chính trị", "22/12/2024"),
                        tuple("03/NQ-CP", "Chính phủ", "09/01/2025"),
                        tuple("74-CTr/TU", "Ban Thường vụ Tỉnh ủy Bình Phước", "02/03/2025"),
                        tuple("57/KH-UBND", "Ủy ban nhân dân tỉnh Bình Phước", "23/02/2025"));
        assertThat(acts(binhDinh.bases()))
                .containsExactlyInAnyOrder(
                        tuple("32-CTr/TU", "Tỉnh ủy Bình Định", "17/02/2025"),
                        tuple("152-KH/TU", "Ban Thường vụ Tỉnh ủy Bình Định", "13/05/2025"),
                        tuple("1841-QĐ/TU", "Ban Thường vụ Tỉnh ủy Bình Định", "15/05/2025"),
                        tuple(
                                "01-KH/BCĐ",
                                "Ban Chỉ đạo về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số tỉnh Bình Định",
                                "24/04/2025"),
                        tuple("37/KH-UBND", "Ủy ban nhân dân tỉnh Bình Định", "26/02/2025"));
        assertThat(acts(sonLa.bases()))
                .contains(
                        tuple(null, "Quốc hội", "15/06/2022"),
                        tuple("98/2023/NĐ-CP", "Chính phủ", "31/12/2023"),
                        tuple("57-NQ/TW", "Bộ Chính trị", "22/12/2024"),
                        tuple("71/NQ-CP", "Chính phủ", "01/04/2025"),
                        tuple("333-KH/TU", "Ban Thường vụ Tỉnh ủy Sơn La", "07/05/2025"),
                        tuple("142/KH-UBND", "UBND tỉnh Sơn La", "04/06/2025"),
                        tuple("136/KH-UBND", "UBND tỉnh Sơn La", "22/05/2025"),
                        tuple("110/KH-UBND", "UBND tỉnh Sơn La", "23/04/2025"));
        assertThat(acts(binhChuong.bases()))
                .containsExactlyInAnyOrder(
                        tuple("359-KH/TU", "Ban Thường vụ Tỉnh ủy Quảng Ngãi", "29/04/2025"),
                        tuple("368-KH/TU", "Ban Thường vụ Tỉnh ủy Quảng Ngãi", "24/05/2025"),
                        tuple("327/QĐ-UBND", "UBND tỉnh Quảng Ngãi", "26/05/2025"),
                        tuple("57-NQ/TW", "Bộ Chính trị", "22/12/2024"),
                        tuple("03/NQ-CP", "Chính phủ", "09/01/2025"),
                        tuple("71/NQ-CP", "Chính phủ", "01/04/2025"));
        assertThat(acts(quangTrach.bases()))
                .containsExactlyInAnyOrder(
                        tuple("57-NQ/TW", "Bộ Chính trị", "22/12/2024"),
                        tuple("03/NQ-CP", "Chính phủ", "09/01/2025"),
                        tuple("71/NQ-CP", "Chính phủ", "01/04/2025"));
    }

    @Test
    void every_plan_runs_until_2030_in_two_phases_but_the_one_of_binh_phuoc_in_one_stretch() {
        assertThat(binhPhuoc.duration())
                .returns(null, CampaignPlan.Duration::from)
                .returns("12/2030", CampaignPlan.Duration::to)
                .returns("II.2", CampaignPlan.Duration::clause);
        assertThat(binhPhuoc.phases()).isEmpty();
        for (var plan : List.of(binhDinh, sonLa, binhChuong, quangTrach)) {
            assertThat(plan.duration().to()).isEqualTo("2030");
            assertThat(plan.phases())
                    .as(plan.code())
                    .extracting(Phase::fromYear, Phase::toYear)
                    .containsExactly(tuple(2025, 2027), tuple(2027, 2030));
        }
    }

    @Test
    void the_targets_are_those_of_each_plan() {
        assertThat(targets(binhPhuoc)).contains("trong và ngoài tỉnh");
        assertThat(targets(binhDinh)).contains("sở", "địa phương", "tổ chức, doanh nghiệp");
        assertThat(targets(sonLa)).contains("lực lượng vũ trang", "đơn vị sự nghiệp", "UBND cấp cơ sở");
        assertThat(targets(binhChuong)).contains("Mặt trận Tổ quốc Việt Nam xã", "doanh nghiệp", "Nhân dân");
        assertThat(targets(quangTrach)).contains("ban, ngành", "Mặt trận Tổ quốc", "đơn vị cấp xã", "doanh nghiệp");
        assertThat(PLANS.values())
                .allSatisfy(plan ->
                        assertThat(plan.targets()).extracting(Target::kind).contains("COLLECTIVE", "INDIVIDUAL"));
    }

    @Test
    void the_launch_plan_of_each_unit_goes_where_and_when_the_plan_says() {
        assertThat(launchPlan(binhPhuoc))
                .returns("VI.1", Duty::clause)
                .returns(List.of("so-noi-vu"), Duty::to)
                .returns("Ban Thi đua - Khen thưởng", Duty::via)
                .returns("29/04/2025", duty -> lastDay(duty, "so-ban-nganh", Period.ONCE));
        assertThat(launchPlan(binhDinh))
                .returns("V.1", Duty::clause)
                .returns(List.of(), Duty::to)
                .returns("30/06/2025", duty -> lastDay(duty, "so-ban-nganh", Period.ONCE))
                .satisfies(duty -> assertThat(duty.quote()).contains("tiêu chí thi đua", "trong tháng 6 năm 2025"));
        assertThat(launchPlan(sonLa))
                .returns("VI.1", Duty::clause)
                .returns(List.of("so-noi-vu"), Duty::to)
                .returns("29/06/2025", duty -> lastDay(duty, "so-ban-nganh", Period.ONCE))
                .returns("29/07/2025", duty -> lastDay(duty, "ubnd-cap-co-so", Period.ONCE));
        assertThat(launchPlan(binhChuong))
                .returns("V.1", Duty::clause)
                .returns(List.of(), Duty::to)
                .returns("", duty -> lastDay(duty, "co-quan-don-vi", Period.ONCE));
        assertThat(launchPlan(quangTrach))
                .returns("V.2.a", Duty::clause)
                .returns(List.of("phong-vhxh"), Duty::to)
                .returns("19/08/2025", duty -> lastDay(duty, "ban-nganh", Period.ONCE))
                .satisfies(duty -> assertThat(duty.quote()).contains("UBND xã (qua phòng Văn hóa - Xã hội)"));
    }

    @Test
    void the_periodic_report_of_each_unit_goes_where_and_when_the_plan_says() {
        var in2026 = Period.parse("2026");
        assertThat(report(binhPhuoc))
                .returns("VI.1", Duty::clause)
                .returns(List.of("so-noi-vu"), Duty::to)
                .returns(Frequency.YEAR, Duty::every)
                .returns("19/11/2026", duty -> lastDay(duty, "doanh-nghiep", in2026));
        assertThat(report(binhDinh))
                .returns("V.2.a", Duty::clause)
                .returns(List.of("so-noi-vu"), Duty::to)
                .returns(Frequency.UNSTATED, Duty::every)
                .returns("", duty -> lastDay(duty, "dia-phuong", Period.UNSTATED));
        assertThat(report(sonLa))
                .returns("VI.1", Duty::clause)
                .returns(List.of("so-noi-vu", "so-khcn"), Duty::to)
                .returns(Frequency.YEAR, Duty::every)
                .returns("09/11/2026", duty -> lastDay(duty, "ubnd-cap-co-so", in2026));
        assertThat(report(binhChuong))
                .returns("V.2.a", Duty::clause)
                .returns(List.of("phong-vhxh"), Duty::to)
                .returns(Frequency.HALF_YEAR, Duty::every)
                .returns("", duty -> lastDay(duty, "doanh-nghiep", Period.parse("2026-H1")))
                .satisfies(duty -> assertThat(duty.quote()).contains("lồng ghép", "6 tháng, hàng năm"));
        assertThat(report(quangTrach))
                .returns("V.2.a", Duty::clause)
                .returns(List.of("phong-vhxh"), Duty::to)
                .returns(Frequency.YEAR, Duty::every)
                .returns("04/11/2028", duty -> lastDay(duty, "don-vi-cap-xa", Period.parse("2028")))
                .satisfies(duty -> assertThat(duty.quote()).contains("UBND xã (qua phòng Văn hóa - Xã hội)"));
    }

    @Test
    void yearly_reports_run_from_2025_to_2030() {
        for (var plan : List.of(binhPhuoc, sonLa, quangTrach)) {
            assertThat(report(plan).periods())
                    .extracting(Period::code)
                    .containsExactly("2025", "2026", "2027", "2028", "2029", "2030");
        }
        assertThat(report(binhChuong).periods()).hasSize(12);
        assertThat(report(binhDinh).periods()).containsExactly(Period.UNSTATED);
    }

    @Test
    void the_consolidated_report_goes_up_as_the_plan_says() {
        var in2026 = Period.parse("2026");
        assertThat(consolidated(binhPhuoc))
                .returns("VI.5.e", Duty::clause)
                .returns(List.of("so-noi-vu"), Duty::from)
                .returns(List.of("ubnd-tinh"), Duty::to)
                .returns("14/12/2026", duty -> lastDay(duty, "", in2026));
        assertThat(consolidated(binhDinh))
                .returns(List.of("so-noi-vu"), Duty::from)
                .returns(List.of("chu-tich-ubnd-tinh"), Duty::to)
                .returns("", duty -> lastDay(duty, "", Period.UNSTATED))
                .satisfies(duty -> assertThat(duty.clause() + " " + duty.note()).contains("V.2.a", "V.2.g"));
        assertThat(consolidated(sonLa))
                .returns("VI.6.d", Duty::clause)
                .returns(List.of("so-noi-vu"), Duty::from)
                .returns("", duty -> lastDay(duty, "", in2026));
        assertThat(consolidated(binhChuong))
                .returns("V.2.g", Duty::clause)
                .returns(List.of("phong-vhxh"), Duty::from)
                .returns(List.of("chu-tich-ubnd-xa"), Duty::to)
                .returns("", duty -> lastDay(duty, "", Period.parse("2026-H2")));
        assertThat(consolidated(quangTrach))
                .returns("V.2.c", Duty::clause)
                .returns(List.of("phong-vhxh"), Duty::from)
                .returns(List.of("ubnd-tinh"), Duty::to)
                .returns("30/12/2026", duty -> lastDay(duty, "", in2026));
    }

    @Test
    void inspections_are_by_whom_and_how_often_the_plan_says() {
        assertThat(inspections(binhPhuoc)).containsExactly(tuple("V.4", List.of("hoi-dong-tdkt"), true));
        assertThat(inspections(binhDinh)).containsExactly(tuple("IV.4", List.of("hoi-dong-tdkt"), null));
        assertThat(inspections(sonLa))
                .containsExactly(
                        tuple("VI.5.c", List.of("so-khcn"), null),
                        tuple("VI.6.a", List.of("so-noi-vu", "so-khcn"), null));
        assertThat(binhChuong.inspections()).singleElement().satisfies(inspection -> {
            assertThat(inspection.clause()).isEqualTo("V.2.đ");
            assertThat(inspection.quote()).contains("thành viên", "giám sát");
        });
        assertThat(inspections(quangTrach)).contains(tuple("IV.4", List.of("phong-vhxh"), true));
        assertThat(binhPhuoc.inspections().get(0).quote()).contains("sẽ có thông báo cụ thể");
    }

    @Test
    void reviews_are_expected_in_2027_and_2030() {
        assertThat(reviews(binhPhuoc)).containsExactly(tuple(INTERIM_REVIEW, "12/2027"), tuple(FINAL_REVIEW, "2030"));
        for (var plan : List.of(binhDinh, sonLa, binhChuong, quangTrach)) {
            assertThat(reviews(plan))
                    .as(plan.code())
                    .containsExactly(tuple(INTERIM_REVIEW, "2027"), tuple(FINAL_REVIEW, "2030"));
        }
        assertThat(review(binhChuong, FINAL_REVIEW).quote())
                .contains("hướng dẫn của Hội đồng Thi đua – Khen thưởng tỉnh");
        assertThat(review(binhPhuoc, INTERIM_REVIEW).clause()).isEqualTo("IV.2.c");
    }

    @Test
    void the_criteria_have_as_many_items_as_the_plan_for_agencies_organisations_enterprises_and_individuals() {
        assertThat(criteria(binhPhuoc))
                .containsExactly(tuple("IV.1.a", 6), tuple("IV.1.b", 2), tuple("IV.1.c", 1), tuple("IV.1.d", 2));
        assertThat(criteria(binhDinh))
                .containsExactly(tuple("III.1.a", 6), tuple("III.1.b", 2), tuple("III.1.c", 3), tuple("III.1.d", 2));
        assertThat(criteria(sonLa))
                .containsExactly(tuple("IV.1.a", 5), tuple("IV.1.b", 2), tuple("IV.1.c", 3), tuple("IV.1.d", 2));
        assertThat(criteria(binhChuong))
                .containsExactly(tuple("III.1.a", 5), tuple("III.1.b", 2), tuple("III.1.c", 3), tuple("III.1.d", 1));
        assertThat(criteria(quangTrach))
                .containsExactly(tuple("III.1.a", 7), tuple("III.1.b", 2), tuple("III.1.c", 3), tuple("III.1.d", 2));
        assertThat(PLANS.values())
                .allSatisfy(plan -> assertThat(plan.criteria())
                        .extracting(CriteriaGroup::nominee)
                        .containsExactly("COLLECTIVE", "COLLECTIVE", "COLLECTIVE", "INDIVIDUAL"));
    }

    @Test
    void evidence_is_named_by_binh_phuoc_and_quang_trach_only() {
        for (var plan : List.of(binhPhuoc, quangTrach)) {
            assertThat(plan.evidence()).singleElement().satisfies(rule -> {
                assertThat(rule.criteria()).isEqualTo("d");
                assertThat(rule.nominees()).contains("Đối tượng khác");
                assertThat(rule.documents())
                        .containsExactly(
                                "Bằng sáng chế", "Giải thưởng khoa học", "Văn bản công nhận công trình nghiên cứu");
                assertThat(rule.quote()).contains("cấp có thẩm quyền đánh giá, công nhận bằng văn bản");
            });
        }
        assertThat(binhPhuoc.evidence().get(0).clause()).isEqualTo("IV.1.d");
        assertThat(List.of(binhDinh, sonLa, binhChuong))
                .allSatisfy(plan -> assertThat(plan.evidence()).isEmpty());
    }

    @Test
    void the_annual_awards_are_those_of_each_plan() {
        assertThat(forms(binhPhuoc, ANNUAL)).containsExactlyInAnyOrder(BK_TINH, GK);
        assertThat(forms(sonLa, ANNUAL)).containsExactly(GK);
        for (var plan : List.of(binhDinh, quangTrach)) {
            assertThat(award(plan, ANNUAL).quote()).as(plan.code()).contains("khen thưởng theo thẩm quyền");
            assertThat(forms(plan, ANNUAL)).as(plan.code()).containsExactly(GK);
        }
        assertThat(award(binhChuong, ANNUAL).authority())
                .contains("theo thẩm quyền", "đề nghị Chủ tịch UBND xã, Chủ tịch UBND tỉnh");
    }

    @Test
    void the_awards_at_the_interim_review_are_those_of_each_plan() {
        assertThat(forms(binhPhuoc, INTERIM_REVIEW)).containsExactlyInAnyOrder(HCLD, BK_TTG, BK_TINH, GK);
        assertThat(forms(sonLa, INTERIM_REVIEW)).containsExactlyInAnyOrder(BK_TINH, GK);
        for (var plan : List.of(binhDinh, binhChuong, quangTrach)) {
            assertThat(forms(plan, INTERIM_REVIEW)).as(plan.code()).isEqualTo(forms(plan, ANNUAL));
        }
    }

    @Test
    void the_awards_at_the_final_review_are_six_forms_but_in_binh_phuoc() {
        for (var plan : List.of(binhDinh, sonLa, binhChuong, quangTrach)) {
            assertThat(forms(plan, FINAL_REVIEW))
                    .as(plan.code())
                    .containsExactlyInAnyOrder(HCLD, CO_CP, BK_TTG, CO_TINH, BK_TINH, GK);
        }
        assertThat(award(binhChuong, FINAL_REVIEW).quote()).contains("Giấy khen Chủ tịch UBND xã");
        assertThat(quotas(binhPhuoc, FINAL_REVIEW)).isNotEmpty().allSatisfy(quota -> {
            assertThat(quota.state()).isEqualTo(NOT_ALLOCATED);
            assertThat(quota.quote()).containsIgnoringCase("tạm thời chưa phân bổ");
        });
    }

    @Test
    void only_binh_phuoc_names_numbers_for_its_certificates_of_merit() {
        assertThat(quota(binhPhuoc, ANNUAL, BK_TINH)).containsExactly(LIMITED, 10, 15);
        assertThat(quota(binhPhuoc, INTERIM_REVIEW, BK_TINH)).containsExactly(LIMITED, 15, 20);
        assertThat(quota(binhPhuoc, FINAL_REVIEW, BK_TINH)).containsExactly(NOT_ALLOCATED, null, null);
        assertThat(quota(binhPhuoc, ANNUAL, GK)).containsExactly(HEAD_DECIDES, null, null);
        assertThat(quota(binhPhuoc, INTERIM_REVIEW, GK)).containsExactly(HEAD_DECIDES, null, null);
        assertThat(quota(binhPhuoc, INTERIM_REVIEW, HCLD)).containsExactly(CENTRAL_ALLOCATION, null, null);
        assertThat(quota(binhPhuoc, INTERIM_REVIEW, BK_TTG)).containsExactly(CENTRAL_ALLOCATION, null, null);
    }

    @Test
    void no_quota_named_is_no_quota_and_no_gate() {
        assertThat(List.of(binhDinh, binhChuong, quangTrach))
                .allSatisfy(plan -> assertThat(plan.quotas()).isEmpty());
        assertThat(sonLa.quotas()).extracting(Quota::state).doesNotContain(LIMITED, NOT_ALLOCATED);
        assertThat(quota(sonLa, INTERIM_REVIEW, BK_TINH)).containsExactly(LATER_GUIDANCE, null, null);
        assertThat(quota(sonLa, FINAL_REVIEW, HCLD)).containsExactly(CENTRAL_ALLOCATION, null, null);
        assertThat(quangTrach.openPoint("quota-in-plan").orElseThrow())
                .returns("V.2.c", OpenPoint::clause)
                .satisfies(point -> assertThat(point.quote()).contains("số lượng khen thưởng tại Kế hoạch này"));
    }

    @Test
    void who_leads_and_who_appraises_differs_from_plan_to_plan() {
        assertThat(holds(binhPhuoc, "so-noi-vu", Part.LEAD, "VI.5.đ")).isTrue();
        assertThat(holds(binhPhuoc, "so-noi-vu", Part.APPRAISE, "VI.5.đ")).isTrue();
        assertThat(holds(binhPhuoc, "so-khcn", Part.COORDINATE, "VI.5.đ")).isTrue();
        assertThat(having(binhPhuoc, Part.STANDING_BODY))
                .containsExactly("Thường trực Hội đồng Thi đua - Khen thưởng tỉnh");

        assertThat(holds(binhDinh, "so-noi-vu", Part.LEAD, "V.2.g")).isTrue();
        assertThat(holds(binhDinh, "so-khcn", Part.COORDINATE, "V.2.g")).isTrue();
        assertThat(holds(binhDinh, "so-khcn", Part.INDICATORS, "V.2.b")).isTrue();

        assertThat(having(sonLa, Part.LEAD)).containsExactly("Sở Khoa học và Công nghệ");
        assertThat(holds(sonLa, "so-khcn", Part.LEAD, "VI.5.đ")).isTrue();
        assertThat(having(sonLa, Part.APPRAISE)).containsExactly("Sở Nội vụ");
        assertThat(holds(sonLa, "so-noi-vu", Part.APPRAISE, "VI.6.c")).isTrue();

        assertThat(holds(binhChuong, "phong-vhxh", Part.LEAD, "V.2.b")).isTrue();
        assertThat(holds(binhChuong, "phong-vhxh", Part.ESCALATE, "V.2.b")).isTrue();
        assertThat(holds(quangTrach, "phong-vhxh", Part.LEAD, "V.2.c")).isTrue();
        assertThat(holds(quangTrach, "phong-vhxh", Part.CONSOLIDATE, "V.2.c")).isTrue();
    }

    @Test
    void each_plan_has_one_agency_that_runs_it_and_one_person_who_decides() {
        assertThat(List.of(binhPhuoc, binhDinh, sonLa))
                .allSatisfy(plan -> assertThat(plan.standingAgency().id()).isEqualTo("so-noi-vu"));
        assertThat(List.of(binhChuong, quangTrach))
                .allSatisfy(plan -> assertThat(plan.standingAgency().id()).isEqualTo("phong-vhxh"));
        assertThat(PLANS.values())
                .allSatisfy(plan -> assertThat(having(plan, Part.DECIDE))
                        .singleElement()
                        .asString()
                        .startsWith("Chủ tịch"));
    }

    @Test
    void escalation_leads_where_the_plan_says() {
        assertThat(binhPhuoc.escalations())
                .singleElement()
                .satisfies(up -> assertThat(up.to()).isEqualTo("Trung ương"));
        assertThat(binhDinh.escalations())
                .singleElement()
                .satisfies(up -> assertThat(up.to()).isEqualTo("Trung ương"));
        assertThat(sonLa.escalations()).singleElement().satisfies(up -> {
            assertThat(up.clause()).isEqualTo("V.3");
            assertThat(up.from()).startsWith("Chủ tịch UBND tỉnh");
            assertThat(up.to()).isEqualTo("Thủ tướng Chính phủ");
            assertThat(up.years()).containsExactly(2027, 2030);
        });
        assertThat(binhChuong.escalations())
                .isNotEmpty()
                .allSatisfy(up -> assertThat(up.to()).contains("tỉnh Quảng Ngãi"));
        assertThat(quangTrach.escalations())
                .isNotEmpty()
                .allSatisfy(up -> assertThat(up.to()).contains("tỉnh Quảng Trị"));
    }

    @Test
    void clusters_and_index_sets_are_binh_dinhs_alone() {
        assertThat(binhDinh.indicators()).extracting(Line::clause).containsExactlyInAnyOrder("V.2.b", "V.2.b", "V.2.đ");
        assertThat(texts(binhDinh.indicators()))
                .contains(
                        "Chính quyền số, kinh tế số, xã hội số",
                        "mức độ chuyển đổi số doanh nghiệp",
                        "cụm, khối thi đua",
                        "chấm điểm hàng năm");
        assertThat(List.of(binhPhuoc, sonLa, binhChuong, quangTrach))
                .allSatisfy(plan -> assertThat(plan.indicators()).isEmpty());
    }

    @Test
    void publicity_is_the_task_of_those_the_plan_names() {
        assertThat(publicists(binhPhuoc))
                .contains("Sở Văn hóa, Thể thao và Du lịch", "Đài Phát thanh - Truyền hình", "Báo Bình Phước");
        assertThat(publicists(binhDinh)).contains("Sở Văn hóa, Thể thao và Du lịch");
        assertThat(publicists(sonLa)).contains("Sở Văn hóa, Thể thao và Du lịch", "báo chí");
        assertThat(publicists(binhChuong)).contains("Trung tâm Cung ứng dịch vụ công", "Đài truyền thanh xã");
        assertThat(publicists(quangTrach)).contains("Trung tâm Văn hóa - Thể thao và Truyền thông");
    }

    @Test
    void what_else_a_plan_says_is_kept() {
        assertThat(binhPhuoc.agencies().stream().flatMap(agency -> agency.parts().stream()))
                .filteredOn(part -> part.quote().contains("thành tích đột xuất"))
                .extracting(CampaignPlan.AgencyPart::clause)
                .containsExactlyInAnyOrder("VI.4.d", "VI.5.d");
        assertThat(binhDinh.changeRequests()).returns("so-noi-vu", CampaignPlan.ChangeRequests::to);
        assertThat(sonLa.principles())
                .filteredOn(line -> line.clause().equals("I.2.d"))
                .singleElement()
                .satisfies(line -> assertThat(line.quote()).contains("dân chủ, chính xác, công khai, minh bạch"));
        assertThat(binhChuong.principles())
                .filteredOn(line -> line.clause().equals("V.2.c"))
                .singleElement()
                .satisfies(line -> assertThat(line.quote()).contains("cuộc thi, hội thi về ý tưởng"));
        assertThat(texts(quangTrach.standards())).contains("thành tích đột xuất");
    }

    @Test
    void the_recipients_are_listed_line_by_line() {
        assertThat(texts(binhPhuoc.recipients())).contains("Hội đồng TĐKT TW", "Sở Nội vụ (03 bản)", "Lưu: VT.H18");
        assertThat(texts(binhDinh.recipients())).contains("Bộ Nội vụ", "Lưu: VT, K7");
        assertThat(texts(sonLa.recipients()))
                .contains("Ban Thi đua - Khen thưởng Trung ương", "1196/QĐ-UBND", "Lưu: VT, NC, Duyên");
        assertThat(texts(binhChuong.recipients())).contains("TT Đảng ủy; TT HĐND xã", "Lưu: VT");
        assertThat(texts(quangTrach.recipients()))
                .contains("Sở KHCN", "Các doanh nghiệp trên địa bàn xã", "Lưu: VT, VHXH");
        assertThat(List.of(binhPhuoc, binhDinh, sonLa, binhChuong, quangTrach))
                .extracting(plan -> plan.recipients().size())
                .containsExactly(10, 11, 8, 7, 12);
    }

    @Test
    void a_date_or_addressee_the_plan_leaves_open_is_an_open_point_of_its_duty() {
        assertThat(openPoints(binhDinh, Aspect.DUE)).contains("periodic-report", "consolidated-report");
        assertThat(openPoints(binhDinh, Aspect.ADDRESSEE)).containsExactly("launch-plan");
        assertThat(openPoints(binhChuong, Aspect.DUE))
                .contains("launch-plan", "periodic-report", "consolidated-report");
        assertThat(openPoints(binhChuong, Aspect.ADDRESSEE)).containsExactly("launch-plan");
        assertThat(openPoints(sonLa, Aspect.DUE)).containsExactly("consolidated-report");
        assertThat(PLANS.values())
                .allSatisfy(plan ->
                        assertThat(undated(plan)).as(plan.code()).isEqualTo(Set.copyOf(openPoints(plan, Aspect.DUE))));
    }

    @Test
    void binh_phuocs_quotas_of_2027_and_of_the_final_review_await_a_ruling() {
        assertThat(binhPhuoc.openPoint("final-review-quota")).get().returns(Aspect.QUOTA, OpenPoint::aspect);
        assertThat(binhPhuoc.openPoint("annual-quota-in-2027"))
                .get()
                .satisfies(point -> assertThat(point.question())
                        .contains("2027", "10 tập thể và 15 cá nhân", "15 tập thể và 20 cá nhân"));
    }

    @Test
    void in_which_years_son_la_proposes_state_awards_awaits_a_ruling() {
        assertThat(sonLa.openPoint("state-awards-year")).get().satisfies(point -> {
            assertThat(point.clause()).isEqualTo("IV.2.a");
            assertThat(point.note()).contains("tổng kết", "V.3", "Năm 2027, 2030");
        });
    }

    @Test
    void when_the_province_above_quang_trach_closes_awaits_a_ruling_and_an_earlier_day_is_a_conflict() {
        assertThat(openPoints(quangTrach, Aspect.SUPERIOR_DUE)).containsExactly("consolidated-report");
        var duty = consolidated(quangTrach);
        var in2028 = Period.parse("2028");
        assertThat(duty.superiorConflict(in2028)).isEmpty();
        assertThat(duty.withSuperiorDue(report(binhPhuoc).due()).superiorConflict(in2028))
                .hasValueSatisfying(warning -> assertThat(warning).contains("20/11/2028", "31/12/2028"));
        assertThat(report(binhPhuoc).withSuperiorDue(duty.due()).superiorConflict(in2028))
                .isEmpty();
    }

    private static List<Tuple> acts(List<LegalBasis> acts) {
        return acts.stream()
                .map(act -> tuple(act.number(), act.issuer(), act.date()))
                .toList();
    }

    private static String targets(CampaignPlan plan) {
        return String.join(
                "; ",
                plan.targets().stream()
                        .map(target -> target.name() + ": " + target.quote())
                        .toList());
    }

    private static Duty launchPlan(CampaignPlan plan) {
        return duty(plan, Duty.Type.LAUNCH_PLAN);
    }

    private static Duty report(CampaignPlan plan) {
        return duty(plan, Duty.Type.PERIODIC_REPORT);
    }

    private static Duty consolidated(CampaignPlan plan) {
        return duty(plan, Duty.Type.CONSOLIDATED_REPORT);
    }

    private static Duty duty(CampaignPlan plan, Duty.Type type) {
        var duties = plan.duties().stream().filter(duty -> duty.type() == type).toList();
        assertThat(duties).as("%s of %s", type, plan.code()).hasSize(1);
        return duties.get(0);
    }

    /** The last day on time, dd/MM/yyyy, or nothing where the plan names none. */
    private static String lastDay(Duty duty, String group, Period period) {
        return duty.deadline(group, period)
                .map(deadline -> VietnamTime.date(deadline.lastDay()))
                .orElse("");
    }

    private static List<Tuple> inspections(CampaignPlan plan) {
        return plan.inspections().stream()
                .map((Inspection inspection) -> tuple(inspection.clause(), inspection.by(), inspection.yearly()))
                .toList();
    }

    private static List<Tuple> reviews(CampaignPlan plan) {
        return plan.reviews().stream()
                .map(review -> tuple(review.occasion(), review.expected()))
                .toList();
    }

    private static Review review(CampaignPlan plan, Occasion occasion) {
        return plan.reviews().stream()
                .filter(review -> review.occasion() == occasion)
                .findFirst()
                .orElseThrow();
    }

    private static List<Tuple> criteria(CampaignPlan plan) {
        return plan.criteria().stream()
                .map(group -> tuple(group.clause(), group.items().size()))
                .toList();
    }

    private static CampaignPlan.Award award(CampaignPlan plan, Occasion occasion) {
        return plan.awards().stream()
                .filter(award -> award.occasion() == occasion)
                .findFirst()
                .orElseThrow();
    }

    private static List<AwardForm> forms(CampaignPlan plan, Occasion occasion) {
        return award(plan, occasion).forms();
    }

    private static List<Quota> quotas(CampaignPlan plan, Occasion occasion) {
        return plan.quotas().stream()
                .filter(quota -> quota.occasion() == occasion)
                .toList();
    }

    private static List<Object> quota(CampaignPlan plan, Occasion occasion, AwardForm form) {
        var quota = quotas(plan, occasion).stream()
                .filter(each -> each.form() == form)
                .findFirst()
                .orElseThrow();
        return Arrays.asList(quota.state(), quota.collectives(), quota.individuals());
    }

    private static boolean holds(CampaignPlan plan, String agency, Part part, String clause) {
        return plan.agency(agency).orElseThrow().parts().stream()
                .anyMatch(held -> held.part() == part && held.clause().equals(clause));
    }

    private static List<String> having(CampaignPlan plan, Part part) {
        return plan.agencies().stream()
                .filter(agency -> agency.has(part))
                .map(Agency::name)
                .toList();
    }

    private static String publicists(CampaignPlan plan) {
        return String.join("; ", plan.publicity().stream().map(Publicity::who).toList());
    }

    private static String texts(List<Line> lines) {
        return String.join("; ", lines.stream().map(Line::quote).toList());
    }

    private static List<String> openPoints(CampaignPlan plan, Aspect aspect) {
        return plan.openPoints().stream()
                .filter(point -> point.aspect() == aspect)
                .map(OpenPoint::duty)
                .toList();
    }

    private static Set<String> undated(CampaignPlan plan) {
        return plan.duties().stream()
                .filter(duty -> duty.due().isUndated())
                .map(Duty::id)
                .collect(toSet());
    }
}
