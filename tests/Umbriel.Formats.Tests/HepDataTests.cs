using System.Text;
using Umbriel.Core;
using Umbriel.Formats.HepData;

namespace Umbriel.Formats.Tests;

public class HepDataTests
{
    internal static HepDataTable Parse(string text, bool allowMissing = false) => HepDataTable.Parse("t.yaml", Encoding.UTF8.GetBytes(text), allowMissing);

    [Fact]
    public void A_table_is_read_with_errors_and_qualifiers()
    {
        HepDataTable table = Parse(SmallFiles.HepDataTable);

        table.Edges().ShouldBe([0, 1, 2]);
        HepDataDependent y = table.Find("y");
        y.Values[0].TotalError!.Value.ShouldBe(5.0, 1e-15); // 3 and 4 in quadrature
        y.Values[1].TotalError.ShouldBeNull();
        y.Qualifiers.ShouldBe([new HepDataQualifier("ORDER", "LO")]);
        table.Independent[0].Units.ShouldBe("GeV");
    }

    [Fact]
    public void What_is_written_reads_back()
    {
        HepDataTable table = new(
            "limits.yaml",
            [new HepDataIndependent("mass \"N4\"", "GeV", [new(0.1, 0.1), new(0.2, 0.2), new(0.3, 0.3)])],
            [
                new HepDataDependent("observed: |U|^2", "", [new HepDataQualifier("CL", "95", "%"), new HepDataQualifier("type", "Dirac")], [new(1e-9), new(1.0 / 3.0), new(double.NaN)]),
                new HepDataDependent("expected", "", [], [new(2e-9, [new("", 1e-10, 2e-10)]), new(1.0, [new("a", 0.5, 0.5)]), new(0.25)]),
            ]);
        using TemporaryFolder scratch = new();

        IReadOnlyList<string> written = HepDataSubmission.Write(scratch.Path, "A comment\nin \"two\" lines", [new("limits.yaml", "Limits", "Figure 4(a)", "Upper limits.", table, [new("phrases", ["Upper limit", "a: b"])], "limits")]);

        written.Select(Path.GetFileName).ShouldBe(["limits.yaml", "submission.yaml"]);
        HepDataTable again = HepDataTable.Read(written[0], allowMissing: true);
        again.Independent[0].Name.ShouldBe("mass \"N4\"");
        again.Independent[0].Bins.ShouldBe(table.Independent[0].Bins);
        again.Dependent[0].Values.Select(v => v.Value).ShouldBe([1e-9, 1.0 / 3.0, double.NaN]);
        again.Dependent[1].Values[0].Errors.ShouldBe([new HepDataError("", 1e-10, 2e-10)]);
        again.Dependent[1].Values[1].Errors.ShouldBe([new HepDataError("a", 0.5, 0.5)]);
        again.Dependent[0].Qualifiers.ShouldBe(table.Dependent[0].Qualifiers);
        string submission = File.ReadAllText(written[1]);
        submission.ShouldContain("comment: \"A comment\\nin \\\"two\\\" lines\"");
        submission.ShouldContain("data_file: \"limits.yaml\"");
        submission.ShouldContain("- {name: phrases, values: [\"Upper limit\", \"a: b\"]}");
        submission.ShouldContain("- {description: Thumbnail image file, location: \"thumb_limits.png\"}");
        Should.Throw<UserErrorException>(() => HepDataTable.Read(written[0])).Message.ShouldContain("value");
    }
}
