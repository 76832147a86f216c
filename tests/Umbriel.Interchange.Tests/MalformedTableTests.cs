using Umbriel.Core;
using Umbriel.Interchange.HepData;

namespace Umbriel.Interchange.Tests;

/// <summary>Each malformed table ends in one line that names the file and the place.</summary>
public class MalformedTableTests
{
    private const string Row1 = "  - {low: 0, high: 1}\n";
    private const string Row2 = "  - {low: 1, high: 2}\n";

    /// <summary>What to replace in <see cref="HepDataTests.Table"/>, by what, and what the message must contain.</summary>
    public static TheoryData<string, string, string> Changes => new()
    {
        { Row1 + Row2, Row2 + Row1, "rising order" },
        { "{low: 1, high: 2}", "{low: 2, high: 1}", "low below high" },
        { "{low: 1, high: 2}", "{low: 1, high: 1}", "low below high" },
        { "{low: 1, high: 2}", "{low: 0.5, high: 2}", "do not overlap" },
        { "{low: 1, high: 2}", "{low: 1}", "only one edge" },
        { "{low: 1, high: 2}", "{low: 1, high: two}", "\"two\"" },
        { "{low: 1, high: 2}", "{low: 1, hihg: 2}", "did you mean \"high\"" },
        { "{low: 1, high: 2}", "{low: 1, high: .inf}", "finite" },
        { "{low: 1, high: 2}", "[1, 2]", "entries with" },
        { Row2, "", "2 rows" },
        { "  - {value: -2}", "", "1 rows" },
        { "{value: -2}", "{value: NaN}", "\"NaN\"" },
        { "{value: -2}", "{value: '-'}", "finite" },
        { "{value: -2}", "{value: }", "finite" },
        { "{value: -2}", "{valeu: -2}", "did you mean \"value\"" },
        { "{value: -2}", "{errors: [{symerror: 1}]}", "value" },
        { "{symerror: 3.0, label: stat}", "{symerror: -3.0}", "from 0 up" },
        { "{symerror: 3.0, label: stat}", "{label: stat}", "one of them" },
        { "{minus: -4, plus: 4}", "{minus: -4}", "plus" },
        { "header: {name: y}", "header: {units: y}", "name" },
        { "header: {name: y}", "heading: {name: y}", "did you mean \"header\"" },
        { "dependent_variables:\n- header: {name: y}", "other:\n- header: {name: y}", "unknown key" },
        { "independent_variables:\n- header", "independent_variables:\n  header", "a list" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Is_refused_in_one_line(string old, string changed, string part)
    {
        HepDataTests.Table.ShouldContain(old);

        UserErrorException error = Should.Throw<UserErrorException>(() => HepDataTests.Parse(HepDataTests.Table.Replace(old, changed)));

        error.Message.ShouldStartWith("t.yaml");
        error.Message.ShouldContain(part, Case.Sensitive);
        error.Message.ShouldNotContain("\n");
    }

    /// <summary>File of the published set, replacement, and what the message must contain.</summary>
    public static TheoryData<string, string, string, string> Published => new()
    {
        { "dark_portal_ncpi0rejection.yaml", "value: 20}", "value: 20.5}", "a count" },
        { "dark_portal_ncpi0rejection.yaml", "value: 14.444", "value: -14.444", "above 0" },
        { "dark_portal_ncpi0rejection.yaml", "name: Sig", "name: Signal", "\"Sig\"" },
        { "dark_portal_ncpi0rejection.yaml", "{low: 0.85, high: 0.9}", "{low: 0.86, high: 0.9}", "starts at 0.85" },
        { "dark_portal_energy.yaml", "value: 0.03143", "value: 1.03143", "an efficiency" },
        { "dark_portal_2g0p.yaml", "name: Data (2g0p)", "name: Data", "Data (2g0p)" },
        { "covariance_matrix.yaml", "value: 0.00229}", "value: 0.00230}", "symmetric" },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void Published_tables_are_checked_for_meaning(string file, string old, string changed, string part)
    {
        using TemporaryFolder scratch = new();
        foreach (string name in PublishedData.FileNames)
        {
            string text = File.ReadAllText(Path.Combine(Inputs.Published, name));
            if (name == file)
            {
                int at = text.IndexOf(old, StringComparison.Ordinal);
                at.ShouldBeGreaterThan(0);
                text = text[..at] + changed + text[(at + old.Length)..];
            }

            scratch.Write(name, text);
        }

        UserErrorException error = Should.Throw<UserErrorException>(() => PublishedData.Load(scratch.Path));
        error.Message.ShouldContain(file);
        error.Message.ShouldContain(part, Case.Sensitive);
    }
}
