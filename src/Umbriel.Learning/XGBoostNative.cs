using System.Runtime.InteropServices;

namespace Umbriel.Learning;

/// <summary>The part of XGBoost's C interface that is used (1.7, xgboost/c_api.h). Functions return 0, or −1 with a message in <see cref="XGBGetLastError"/>.</summary>
internal static partial class XGBoostNative
{
    public const string Library = "libxgboost.so.0";

    [LibraryImport(Library)]
    public static partial void XGBoostVersion(out int major, out int minor, out int patch);

    [LibraryImport(Library)]
    public static partial nint XGBGetLastError();

    [LibraryImport(Library)]
    public static partial int XGDMatrixCreateFromMat(float[] data, ulong rows, ulong columns, float missing, out nint matrix);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int XGDMatrixSetFloatInfo(nint matrix, string field, float[] values, ulong count);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int XGDMatrixSetStrFeatureInfo(nint matrix, string field, string[] values, ulong count);

    [LibraryImport(Library)]
    public static partial int XGDMatrixFree(nint matrix);

    [LibraryImport(Library)]
    public static partial int XGBoosterCreate(nint[] matrices, ulong count, out nint booster);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int XGBoosterSetParam(nint booster, string name, string value);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int XGBoosterSetAttr(nint booster, string name, string value);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int XGBoosterSetStrFeatureInfo(nint booster, string field, string[] values, ulong count);

    [LibraryImport(Library)]
    public static partial int XGBoosterUpdateOneIter(nint booster, int iteration, nint matrix);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int XGBoosterEvalOneIter(nint booster, int iteration, nint[] matrices, string[] names, ulong count, out nint text);

    [LibraryImport(Library)]
    public static partial int XGBoosterSlice(nint booster, int begin, int end, int step, out nint slice);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int XGBoosterSaveModelToBuffer(nint booster, string configuration, out ulong length, out nint bytes);

    [LibraryImport(Library)]
    public static partial int XGBoosterFree(nint booster);
}
