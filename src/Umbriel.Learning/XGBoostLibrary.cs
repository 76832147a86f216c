using System.Runtime.InteropServices;
using Umbriel.Core;

namespace Umbriel.Learning;

/// <summary>Loads XGBoost when trees are trained; scoring does without it.</summary>
internal static class XGBoostLibrary
{
    private static readonly Lazy<Version> Loaded = new(() => Load(XGBoostNative.Library));

    /// <summary>Version of the library.</summary>
    /// <exception cref="UserErrorException">It is not installed or too old.</exception>
    public static Version Version => Loaded.Value;

    /// <summary>Loads the library of that name.</summary>
    /// <exception cref="UserErrorException">It is not installed or too old.</exception>
    public static Version Load(string name)
    {
        if (!NativeLibrary.TryLoad(name, typeof(XGBoostLibrary).Assembly, null, out _))
        {
            throw new UserErrorException($"{name}: the XGBoost library is not installed; install the Debian package libxgboost0 (apt-get install libxgboost0)");
        }

        XGBoostNative.XGBoostVersion(out int major, out int minor, out int patch);
        Version version = new(major, minor, patch);
        return version >= new Version(1, 7, 0)
            ? version
            : throw new UserErrorException(name, "version", $"{version}", "1.7 or later, as in the package libxgboost0 of Debian 12");
    }

    /// <summary>Turns a failure into an exception: it is never the user's, who has no part in what is passed.</summary>
    public static void Check(int status)
    {
        if (status != 0)
        {
            throw new InvalidOperationException($"XGBoost: {Marshal.PtrToStringUTF8(XGBoostNative.XGBGetLastError())}");
        }
    }
}
