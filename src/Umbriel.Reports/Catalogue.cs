using Umbriel.Cards;
using Umbriel.Core;
using Umbriel.Detector.Cards;
using Umbriel.Figures;
using Umbriel.Formats.Keys;
using Umbriel.Formats.Text;
using Umbriel.Generation.Scattering;
using Umbriel.Systematics;

namespace Umbriel.Reports;

/// <summary>The names that cards and options may use, as tables.</summary>
public static class Catalogue
{
    /// <summary>What there are names of, with their tables.</summary>
    public static IReadOnlyList<(string Name, Func<IEnumerable<TextTable>> Tables)> Kinds { get; } =
        [("cards", Cards), ("targets", Targets), ("covariances", Covariances), ("systematics", Systematics), ("references", References), ("keys", Keys)];

    private static IEnumerable<TextTable> Cards()
    {
        string home = UmbrielHome.Find();
        string folder = Path.Combine(home, "cards");
        TextTable table = new("card", "title");
        foreach (string path in Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            table.Add(Path.GetRelativePath(home, path), CardReader.Read(path).Title);
        }

        yield return table;
    }

    private static IEnumerable<TextTable> Targets()
    {
        TextTable table = new("target", "Z", "A", "mass [GeV]", "charge radius [fm]");
        foreach (Target target in Target.All)
        {
            table.Add(target.Name, $"{target.Z}", $"{target.A}", Show.Brief(target.Mass), Show.Brief(target.ChargeRadius));
        }

        yield return table;
    }

    private static IEnumerable<TextTable> Covariances()
    {
        TextTable table = new("covariance");
        foreach (PublishedReading reading in PublishedReadings.All)
        {
            table.Add(reading.Name);
        }

        yield return table;
    }

    private static IEnumerable<TextTable> Systematics()
    {
        TextTable table = new("source", "meaning");
        foreach (SwitchableSource source in SwitchableSource.All)
        {
            table.Add(source.Name, source.Description);
        }

        yield return table;
    }

    private static IEnumerable<TextTable> References()
    {
        TextTable table = new("key", "reference");
        foreach (string key in Bibliography.Keys)
        {
            table.Add(key, Bibliography.Get(key).PlainText);
        }

        yield return table;
    }

    private static IEnumerable<TextTable> Keys()
    {
        foreach ((string card, IReadOnlyList<KeyRow> rows) in ((string, IReadOnlyList<KeyRow>)[])[("model card", CardReader.Keys), ("detector card", DetectorCardReader.Keys)])
        {
            TextTable table = new($"key of a {card}", "default", "meaning");
            foreach (KeyRow row in rows)
            {
                table.Add(row.Name, Plain(row.Default), $"{Plain(row.Meaning)} ({row.Values})");
            }

            yield return table;
        }

        static string Plain(string markdown) => markdown.Replace("`", "", StringComparison.Ordinal);
    }
}
