using Umbriel.Core;
using Umbriel.Formats.HepData;

namespace Umbriel.Formats.Tests;

/// <summary>Each malformed table ends in one line that names the file and the place.</summary>
public class MalformedTableTests
{
    private const string Row1 = "  - {low: 0, high: 1}\n";
    private const string Row2 = "  - {low: 1, high: 2}\n";

    /// <summary>What to replace in <see cref="SmallFiles.HepDataTable"/>, by what, and what the message must contain.</summary>
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
        SmallFiles.HepDataTable.ShouldContain(old);

        UserErrorException error = Should.Throw<UserErrorException>(() => HepDataTests.Parse(SmallFiles.HepDataTable.Replace(old, changed)));

        error.Message.ShouldStartWith("t.yaml");
        error.Message.ShouldContain(part, Case.Sensitive);
        error.Message.ShouldNotContain("\n");
    }
}
