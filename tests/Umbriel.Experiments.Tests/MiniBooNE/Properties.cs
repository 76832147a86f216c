using FsCheck;
using FsCheck.Fluent;

namespace Umbriel.Experiments.MiniBooNE.Tests;

/// <summary>Runs properties from a fixed seed, quietly, so that a failure is the same failure everywhere.</summary>
internal static class Properties
{
    public static void Holds(this Property property) =>
        property.Check(Config.QuickThrowOnFailure.WithReplay(20250218, 20250219).WithMaxTest(500).WithQuietOnSuccess(true));
}
