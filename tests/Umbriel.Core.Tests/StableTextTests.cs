namespace Umbriel.Core.Tests;

public class StableTextTests
{
    private static readonly Outer Full = new(1.0 / 3, "a \"b\"", [1, 2], new Inner(true, DayOfWeek.Friday)) { Later = 7 };

    [Fact]
    public void Everything_kept_is_in_the_text_and_nothing_computed() => StableText.Of(Full).ShouldBe(
        "Outer{Later: 7; List: [1, 2]; Nested: Inner{Day: Friday; Flag: True; }; Number: 0.3333333333333333; Word: \"a \\\"b\\\"\"; }");

    [Fact]
    public void Every_change_changes_it()
    {
        string[] texts =
        [
            StableText.Of(Full), StableText.Of(Full with { Later = 8 }), StableText.Of(Full with { Number = Math.BitIncrement(1.0 / 3) }), StableText.Of(Full with { Word = null }),
            StableText.Of(Full with { List = [12] }), StableText.Of(Full with { List = [] }), StableText.Of(Full with { Nested = new Inner(true, DayOfWeek.Monday) }),
        ];
        texts.Distinct(StringComparer.Ordinal).Count().ShouldBe(texts.Length);
        StableText.Of(Full with { List = [1, 2] }).ShouldBe(texts[0]);
    }

    [Fact]
    public void Tuples_are_told_by_their_items() => StableText.Of((1, "x")).ShouldBe("ValueTuple`2{Item1: 1; Item2: \"x\"; }");

    [Fact]
    public void Content_is_told_by_its_name() => StableText.Of(new Content()).ShouldBe("Content(name and hash)");

    [Fact]
    public void What_is_kept_in_secret_is_refused()
    {
        Should.Throw<ArgumentException>(() => StableText.Of(new Secret(1))).Message.ShouldContain("Secret keeps");
        Should.Throw<ArgumentException>(() => StableText.Of(new Inner[] { new(true, DayOfWeek.Friday) }.Select(i => (Func<bool>)(() => i.Flag)).First()));
    }

    private sealed record Inner(bool Flag, DayOfWeek Day);

    private sealed record Outer(double Number, string? Word, IReadOnlyList<int> List, Inner Nested)
    {
        public long Later { get; init; }

        public double Computed => Number / 0.0;
    }

    private sealed class Secret(int number)
    {
        public int Twice => 2 * number;
    }

    private sealed class Content : IContentNamed
    {
        public string ContentName => "name and hash";
    }
}
