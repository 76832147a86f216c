using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Umbriel.Detector.Simulation;
using Umbriel.Display.Picture;
using Umbriel.Reconstruction.Output;

namespace Umbriel.Display.Tests;

public class SvgPictureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_picture_has_three_views_axes_bars_and_text(bool truth)
    {
        string text = Render(truth);
        text.ShouldBe(Render(truth));
        text.Length.ShouldBeLessThan(2_000_000);
        XElement root = XDocument.Parse(text).Root!;
        root.Name.ShouldBe(Svg + "svg");
        root.Descendants(Svg + "image").Count().ShouldBe(3);
        string[] words = [.. root.Descendants(Svg + "text").Select(t => t.Value)];
        words.ShouldContain("MicroBooNE, simulation · event 0");
        words.ShouldContain(w => w.StartsWith("e⁻ 180 MeV, e⁺ 250 MeV", StringComparison.Ordinal));
        words.ShouldContain("10 cm");
        words.ShouldContain("U wire");
        words.ShouldContain("Y wire");
        words.ShouldContain("Collection signal (ADC counts)");
        words.Count(w => w is "e⁻" or "e⁺").ShouldBe(truth ? 6 : 0);
        Regex.IsMatch(text, "https?://(?!www\\.w3\\.org/2000/svg)").ShouldBeFalse();
        Regex.Replace(text, "base64,[^\"]*", "").ShouldNotContain("NaN", Case.Sensitive);
    }

    [Fact]
    public void Librsvg_draws_the_picture_and_keeps_its_spaces()
    {
        const string Renderer = "/usr/bin/rsvg-convert", ToText = "/usr/bin/pdftotext";
        Assert.SkipUnless(Tool.Exists(Renderer) && Tool.Exists(ToText), "install the Debian packages librsvg2-bin and poppler-utils to run this test");
        string folder = Samples.NewFolder();
        string svg = Path.Combine(folder, "picture.svg"), pdf = Path.Combine(folder, "picture.pdf");
        File.WriteAllText(svg, Render(true));
        (int code, _, string error) = Tool.Run(Renderer, "-f", "pdf", "-o", pdf, svg);
        (code, error).ShouldBe((0, ""));
        string text = Regex.Replace(Tool.Run(ToText, "-layout", pdf, "-").Output, @"\s+", " ");
        text.ShouldContain("MicroBooNE, simulation · event 0");
        text.ShouldContain("e⁻ 180 MeV, e⁺ 250 MeV");
        text.ShouldContain("Collection signal (ADC counts)");
    }

    [Fact]
    public void What_was_found_is_drawn_in_every_view()
    {
        using SimulationReader reader = SimulationReader.Open(Samples.Pairs);
        using ReconstructionReader found = ReconstructionReader.Open(Samples.Found);
        StoredReconstruction stored = found.Read(0);
        string text = SvgPicture.Render(new DisplayDetector(reader.Card), reader.Read(0), true, stored with { Vertex = new(150.0, 10.0, 400.0) });
        text.ShouldBe(SvgPicture.Render(new DisplayDetector(reader.Card), reader.Read(0), true, stored with { Vertex = new(150.0, 10.0, 400.0) }));
        XElement root = XDocument.Parse(text).Root!;
        ILookup<string?, XElement> paths = root.Descendants(Svg + "path").ToLookup(p => (string?)p.Attribute("class"));
        paths["vertex"].Count().ShouldBe(3);
        paths["arrow"].Count().ShouldBeInRange(1, 3 * stored.Particles.Count);
        string[] colours = [.. paths["hits"].Select(p => (string)p.Attribute("stroke")!)];
        colours.Count(c => c == FoundColours.Of(0)).ShouldBe(3);

        // Strokes of hits in the frame: most of them are, and none is drawn twice.
        int strokes = paths["hits"].Sum(p => ((string)p.Attribute("d")!).Count(c => c == 'M'));
        strokes.ShouldBeInRange((int)(0.9 * stored.Hits.Count), stored.Hits.Count);
        root.Descendants(Svg + "text").Count(t => t.Value == "1" && (string?)t.Attribute("fill") == FoundColours.Of(0)).ShouldBe(3);
    }

    [Fact]
    public void The_scale_bar_is_10_cm_on_the_wire_axis()
    {
        // 10 cm are 33.3 wires of 3 mm; the axis of the last view gives the px of a wire.
        XElement root = XDocument.Parse(Render(false)).Root!;
        double bar = root.Descendants(Svg + "line").Where(l => (string?)l.Attribute("stroke-width") == "2.4").Select(l => Number(l, "x2") - Number(l, "x1")).First();
        double bottom = root.Descendants(Svg + "image").Select(i => Number(i, "y") + Number(i, "height")).Max();
        (double X, double Wire)[] labels = [.. root.Descendants(Svg + "text").Where(t => Math.Abs(Number(t, "y") - bottom - 17.0) < 0.01)
            .Select(t => (Number(t, "x"), double.Parse(t.Value, CultureInfo.InvariantCulture))).TakeLast(2)];
        double perWire = (labels[1].X - labels[0].X) / (labels[1].Wire - labels[0].Wire);
        bar.ShouldBe(perWire * 10.0 / 0.3, 0.02 * bar);
    }

    [Fact]
    public void An_image_holds_the_samples_in_their_colours()
    {
        byte[] png = IndexedPng.Write(3, 2, [0, 1, 254, 255, 2, 3], ColourMap.Sequential.Colours);
        png.AsSpan(0, 8).ToArray().ShouldBe([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

        // Check values of the CRC: the chunk IEND is the same in every PNG.
        png[^12..].ShouldBe([0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]);
        int data = png.AsSpan().IndexOf("IDAT"u8) + 4;
        using ZLibStream zlib = new(new MemoryStream(png[data..]), CompressionMode.Decompress);
        byte[] rows = new byte[8];
        zlib.ReadExactly(rows);
        rows.ShouldBe([0, 0, 1, 254, 0, 255, 2, 3]);
    }

    [Fact]
    public void Colours_fall_in_lightness_and_both_signs_weigh_the_same()
    {
        // Luminance of sRGB, IEC 61966-2-1.
        double[] sequential = Luminance(ColourMap.Sequential);
        for (int i = 1; i < 256; i++)
        {
            sequential[i].ShouldBeLessThan(sequential[i - 1] + 0.002);
        }

        sequential[0].ShouldBeGreaterThan(0.9);
        sequential[255].ShouldBeLessThan(0.05);
        double[] diverging = Luminance(ColourMap.Diverging);
        for (int i = 0; i < 128; i++)
        {
            diverging[i].ShouldBe(diverging[255 - i], 0.06);
        }
    }

    private static double[] Luminance(ColourMap map)
    {
        double[] values = new double[256];
        for (int i = 0; i < 256; i++)
        {
            ReadOnlySpan<byte> c = map.Colours.Slice(3 * i, 3);
            values[i] = (0.2126 * Linear(c[0])) + (0.7152 * Linear(c[1])) + (0.0722 * Linear(c[2]));
        }

        return values;

        static double Linear(byte b) => b / 255.0 <= 0.04045 ? b / 255.0 / 12.92 : Math.Pow(((b / 255.0) + 0.055) / 1.055, 2.4);
    }

    private static double Number(XElement element, string name) => double.Parse((string)element.Attribute(name)!, CultureInfo.InvariantCulture);

    private static string Render(bool truth)
    {
        using SimulationReader reader = SimulationReader.Open(Samples.Pairs);
        return SvgPicture.Render(new DisplayDetector(reader.Card), reader.Read(0), truth);
    }
}
