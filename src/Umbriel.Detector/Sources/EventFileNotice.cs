using Umbriel.Core.Events;
using Umbriel.Formats.HepEvt;

namespace Umbriel.Detector.Sources;

/// <summary>What a user should know about a generator's file before its events are trusted: in one line, with codes and counts.</summary>
public static class EventFileNotice
{
    private const int MostCodes = 20;

    /// <summary>The line; null if there is nothing to say.</summary>
    public static string? Of(GeneratedEventFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        List<string> parts = [];
        Add("not followed", static code => !IsFollowed(code) && !InvisibleParticle.Is(code));
        Add("never seen", InvisibleParticle.Is);
        if (file.Tally.Contradictions > 0)
        {
            parts.Add($"energies that disagree with momentum and mass, which count: {file.Tally.Contradictions}");
        }

        if (file.Format == EventFormat.TwoLineHepEvt && file.Options.LengthUnit is null)
        {
            parts.Add("positions are taken in mm (--length-unit cm if they are in cm)");
        }

        return parts.Count == 0 ? null : $"{file.Path}: {string.Join("; ", parts)}";

        void Add(string what, Func<int, bool> belongs)
        {
            string[] found = [.. file.Tally.Codes.Where(pair => belongs(pair.Key)).OrderByDescending(static pair => pair.Value).Select(static pair => $"{pair.Key} ({pair.Value})")];
            if (found.Length > 0)
            {
                parts.Add($"{what}: {string.Join(", ", found.Take(MostCodes))}{(found.Length > MostCodes ? $" and {found.Length - MostCodes} more codes" : "")}");
            }
        }
    }

    private static bool IsFollowed(int code) => Enum.IsDefined((ParticleKind)code);
}
