using Umbriel.Core;
using Umbriel.Formats.Keys;
using Umbriel.Formats.Yaml;
using static Umbriel.Formats.Keys.ValueKinds;

namespace Umbriel.Formats.Tests;

/// <summary>The engine of tables of keys, on a card of its own.</summary>
public class CardTableTests
{
    private static readonly Toy Start = new(0, 1.5, "", false, new Part(3, 4));

    private sealed record Part(int First, int Second);

    private sealed record Toy(int Count, double Size, string Name, bool Fast, Part Part);

    [Fact]
    public void Canonical_text_has_the_order_of_the_rows_and_reads_back()
    {
        Toy toy = Read("{part: {second: 7}, fast: true, speed: \"a \\\"b\\\"\", count: 2}");

        toy.ShouldBe(new Toy(2, 1.5, "a \"b\"", true, new Part(3, 7)));
        string text = new ToyKeys().Write(toy);
        text.ShouldBe("count: 2\nsize: 1.5\nfast: true\nspeed: \"a \\\"b\\\"\"\npart:\n  first: 3\n  second: 7\n");
        Read(text).ShouldBe(toy);
    }

    [Fact]
    public void A_key_without_meaning_is_neither_written_nor_accepted()
    {
        new ToyKeys().Write(Read("{count: 2}")).ShouldNotContain("speed");
        Error("{count: 2, speed: x}").ShouldBe("toy.yaml:1: speed: found a speed; expected fast: true");
    }

    [Theory]
    [InlineData("{size: 2}", "toy.yaml:1: count: found no value; expected how many")]
    [InlineData("{count: 2, part: {frist: 1}}", "toy.yaml:1: part.frist: found an unknown key; expected a known name, did you mean \"first\"?")]
    [InlineData("{count: 2, part: 1}", "toy.yaml:1: part: found \"1\"; expected keys of its own, indented: first, second")]
    [InlineData("{count: 2, part: {first: 5}}", "toy.yaml:1: part.first: found 5; expected at most second")]
    [InlineData("{count: 2, size: 5}", "toy.yaml:1: size: found \"5\"; expected cm, from 1 to 4")]
    public void Errors_name_the_key_with_its_section(string text, string message) => Error(text).ShouldBe(message);

    [Fact]
    public void Neighbours_that_say_the_same_share_a_row_of_the_page() =>
        KeyPage.Insert("a\n<!-- keys: toy -->\nold\n<!-- end of keys -->\nb\n", "toy", new ToyKeys().Describe("", Start)).ShouldBe("""
            a
            <!-- keys: toy -->

            | key | default | values | meaning |
            |---|---|---|---|
            | `count` | required | a whole number from 1 to 9 | number |
            | `size` | 1.5 | cm, from 1 to 4 | \|size\| |
            | `fast` | `false` | true or false | haste |
            | `speed` | none | a line of text, at most 200 characters | its name |
            | `part.first`, `part.second` | 3 | a whole number from 0 to 9 | one of two |

            <!-- end of keys -->
            b

            """.ReplaceLineEndings("\n"));

    [Theory]
    [InlineData("6.87E+20", "6.87e20")]
    [InlineData("1E-05", "1e-5")]
    [InlineData("[1E-05, 2]", "`[1e-5, 2]`")]
    [InlineData("score", "`score`")]
    public void Pages_show_values_as_people_write_them(string canonical, string shown) => KeyPage.Value(canonical).ShouldBe(shown);

    private static Toy Read(string text)
    {
        ToyKeys keys = new();
        return keys.Read(SectionReader.OfDocument("toy.yaml", YamlTree.ReadOne("toy.yaml", text), keys.Names, "count: 1"), Start);
    }

    private static string Error(string text) => Should.Throw<UserErrorException>(() => Read(text)).Message;

    private sealed class ToyKeys : CardTable<Toy>
    {
        public ToyKeys()
        {
            Key("count", Count(1, 9), toy => toy.Count, (toy, value) => toy with { Count = value }, "number", example: "2", missing: "how many");
            Key("size", Between(1.0, 4.0, "cm"), toy => toy.Size, (toy, value) => toy with { Size = value }, "|size|", example: "2");
            Key("fast", Flag, toy => toy.Fast, (toy, value) => toy with { Fast = value }, "haste", example: "true");
            Key("speed", ValueKinds.Text, toy => toy.Name, (toy, value) => toy with { Name = value }, "its name", example: "x", standard: "none", condition: new(toy => toy.Fast, "a speed", "fast: true"));
            Section("part", new PartKeys(), toy => toy.Part, (toy, value) => toy with { Part = value });
        }
    }

    private sealed class PartKeys : CardTable<Part>
    {
        public PartKeys()
        {
            Key("first", Count(0, 9), part => part.First, (part, value) => part with { First = value }, "one of two", example: "2");
            Key("second", Count(0, 9), part => part.Second, (part, value) => part with { Second = value }, "one of two", example: "2", standard: "3");
        }

        protected override void Check(SectionReader section, Part record)
        {
            if (record.First > record.Second)
            {
                throw section.ErrorAt(section.Map.Line, "first", $"{record.First}", "at most second");
            }
        }
    }
}
