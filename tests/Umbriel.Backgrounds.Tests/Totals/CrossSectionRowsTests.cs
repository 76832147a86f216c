using Umbriel.Backgrounds.Totals;
using Umbriel.Core;

namespace Umbriel.Backgrounds.Tests.Totals;

public sealed class CrossSectionRowsTests
{
    [Theory]
    [InlineData("qe", "nc", 14)]
    [InlineData("qe", null, -14)]
    [InlineData("2p2h", "cc", 12)]
    [InlineData("2p2h", "nc", -12)]
    [InlineData("coh-pi", "nc", 14)]
    [InlineData("res", "cc", -12)]
    [InlineData("sis-dis", "nc", 14)]
    [InlineData("nu-e", null, 12)]
    public void Every_process_has_cross_sections(string process, string? current, int neutrino)
    {
        CrossSectionRows rows = CrossSectionRows.Of(process, current, "Ar40", neutrino, [0.7, 1.4]);
        rows.Rows.Select(row => row.Energy).ShouldBe([0.7, 1.4]);
        rows.Rows.ShouldAllBe(row => row.Sigma > 0.0);
        CrossSectionRows.Of(process, current, "C12", neutrino, null).Rows.Single().Sigma.ShouldBeGreaterThan(0.0);
    }

    [Theory]
    [InlineData("dis", null, "Ar40", "--process: found 'dis'; expected one of qe, 2p2h, res, sis-dis, coh-pi, nu-e, total")]
    [InlineData("qe", "em", "Ar40", "--current: found 'em'; expected cc or nc")]
    [InlineData("nu-e", "cc", "Ar40", "--current: found cc with nu-e; expected nc: scattering on electrons is elastic, with the W's part for nu_e")]
    [InlineData("qe", null, "Xe136", "target: found 'Xe136'; expected one of H1, C12, N14, O16, Al27, Si28, Ar40, Ca40, Fe56")]
    public void A_wrong_name_is_refused_in_one_line(string process, string? current, string target, string message) =>
        Should.Throw<UserErrorException>(() => CrossSectionRows.Of(process, current, target, 14, [1.0])).Message.ShouldBe(message);

    [Fact]
    public void The_total_is_the_sum_of_its_processes()
    {
        double Sigma(string process) => CrossSectionRows.Of(process, "nc", "C12", -14, [1.2]).Rows.Single().Sigma;
        double sum = new[] { "qe", "2p2h", "res", "sis-dis", "coh-pi" }.Sum(Sigma);
        Sigma("total").ShouldBe(sum, 1e-9 * sum);
    }

    [Fact]
    public void A_target_without_the_struck_nucleon_has_none() => CrossSectionRows.Of("qe", "cc", "H1", 14, [1.0]).Rows.Single().Sigma.ShouldBe(0.0);
}
