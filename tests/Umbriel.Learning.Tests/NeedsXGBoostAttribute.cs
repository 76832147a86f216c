using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Umbriel.Learning.Tests;

/// <summary>A test that is skipped, with a word, where XGBoost is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsXGBoostAttribute : FactAttribute
{
    public NeedsXGBoostAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        if (!NativeLibrary.TryLoad(XGBoostNative.Library, out _))
        {
            Skip = "Needs libxgboost0.";
        }
    }
}
