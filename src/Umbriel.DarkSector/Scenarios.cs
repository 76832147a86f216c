namespace Umbriel.DarkSector;

/// <summary>Words for <see cref="Scenario"/> in cards and files.</summary>
public static class Scenarios
{
    /// <summary><c>single</c> or <c>dual</c>.</summary>
    public static string Name(Scenario scenario) => scenario == Scenario.Single ? "single" : "dual";
}
