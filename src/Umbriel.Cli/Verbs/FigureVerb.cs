using Umbriel.Figures;

namespace Umbriel.Cli.Verbs;

/// <summary><c>umbriel figure</c>: draws the figures of a folder again, after an edit of their .gp or .csv files.</summary>
internal static class FigureVerb
{
    public static Command Create()
    {
        Argument<string> source = new("PATH") { Description = "A .gp file, or a folder of them such as out/letter/figures." };
        return Verb.Create(
            "figure",
            "Draw figures again from their .gp and .csv files, as after editing them.",
            [source],
            Shared.Json,
            ["umbriel figure out/letter/figures", "umbriel figure out/letter/figures/limits_single.gp"],
            run =>
            {
                string path = run.Required(source);
                string[] scripts = Directory.Exists(path)
                    ? [.. Directory.GetFiles(path, "*.gp").Where(file => Path.GetFileName(file) != StyleFile.Name).Order(StringComparer.Ordinal)]
                    : File.Exists(path) && path.EndsWith(".gp", StringComparison.Ordinal) ? [path] : [];
                if (scripts.Length == 0)
                {
                    throw new UserErrorException(path, null, "no .gp file", "a figure's .gp file or a folder of them; 'umbriel search' makes some");
                }

                FigureFiles[] drawn = [.. scripts.Select(script => GnuplotFigure.Redraw(script))];
                run.PrintArray(
                    writer =>
                    {
                        foreach (string file in drawn.SelectMany(f => new[] { f.Pdf, f.Svg, f.Png }))
                        {
                            writer.WriteStringValue(file);
                        }
                    },
                    output => Array.ForEach(drawn, f => output.WriteLine($"{f.Pdf} {f.Svg} {f.Png}")));
            });
    }
}
