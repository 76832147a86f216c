using System.Runtime.InteropServices;

namespace Umbriel.Learning.Tests;

/// <summary>What XGBoost itself makes of a model's file: the other side of the comparison.</summary>
internal static partial class LibraryPrediction
{
    public static float[] Of(string path, FeatureTable table)
    {
        _ = XGBoostLibrary.Version;
        XGBoostLibrary.Check(XGBoostNative.XGBoosterCreate([], 0, out nint pointer));
        using XGBoostHandle booster = new(pointer, XGBoostNative.XGBoosterFree);
        XGBoostLibrary.Check(XGBoosterLoadModel(pointer, path));
        XGBoostLibrary.Check(XGBoostNative.XGDMatrixCreateFromMat(table.ToArray(), (ulong)table.Count, (ulong)table.Names.Count, float.NaN, out nint rows));
        using XGBoostHandle matrix = new(rows, XGBoostNative.XGDMatrixFree);
        string[] names = [.. table.Names];
        XGBoostLibrary.Check(XGBoostNative.XGDMatrixSetStrFeatureInfo(rows, "feature_name", names, (ulong)names.Length));
        const string Configuration = """{"type": 0, "training": false, "iteration_begin": 0, "iteration_end": 0, "strict_shape": false}""";
        XGBoostLibrary.Check(XGBoosterPredictFromDMatrix(pointer, rows, Configuration, out _, out _, out nint result));
        float[] scores = new float[table.Count];
        Marshal.Copy(result, scores, 0, scores.Length);
        return scores;
    }

    [LibraryImport(XGBoostNative.Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int XGBoosterLoadModel(nint booster, string path);

    [LibraryImport(XGBoostNative.Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int XGBoosterPredictFromDMatrix(nint booster, nint matrix, string configuration, out nint shape, out ulong dimensions, out nint result);
}
