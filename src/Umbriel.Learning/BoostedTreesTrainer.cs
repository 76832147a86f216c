using System.Globalization;
using System.Runtime.InteropServices;
using Umbriel.Core;

namespace Umbriel.Learning;

/// <summary>
/// Grows boosted trees that tell rows of one kind from the rest, a round at a time, so that the caller may watch a second
/// table and stop. XGBoost's exact search for splits and logistic loss, on one thread: the same rows and settings give the
/// same bits. Each round draws its rows and features from a seed of its own.
/// </summary>
public sealed class BoostedTreesTrainer : IDisposable
{
    private readonly XGBoostHandle training;
    private readonly XGBoostHandle? watched;
    private readonly XGBoostHandle booster;
    private readonly string[] names;

    /// <summary>Prepares.</summary>
    /// <param name="settings">How to grow trees; <see cref="BoostSettings.Rounds"/> is the caller's affair.</param>
    /// <param name="training">At least one row of each kind.</param>
    /// <param name="watched">Rows with the same features to evaluate on, if any.</param>
    /// <exception cref="UserErrorException">XGBoost is not installed.</exception>
    public BoostedTreesTrainer(BoostSettings settings, LabelledTable training, LabelledTable? watched = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(training);
        settings.Validate();
        if (!training.Labels.Contains(true) || !training.Labels.Contains(false))
        {
            throw new ArgumentException("Training needs rows of both kinds.", nameof(training));
        }

        if (watched is not null && (watched.Count == 0 || !watched.Features.Names.SequenceEqual(training.Features.Names)))
        {
            throw new ArgumentException("Expected rows with the features of the training.", nameof(watched));
        }

        _ = XGBoostLibrary.Version;
        names = [.. training.Features.Names];
        this.training = Matrix(training);
        this.watched = watched is null ? null : Matrix(watched);
        nint[] matrices = [.. Matrices().Select(static m => m.Pointer)];
        XGBoostLibrary.Check(XGBoostNative.XGBoosterCreate(matrices, (ulong)matrices.Length, out nint pointer));
        booster = new XGBoostHandle(pointer, XGBoostNative.XGBoosterFree);
        foreach ((string key, string value) in Parameters(settings))
        {
            XGBoostLibrary.Check(XGBoostNative.XGBoosterSetParam(booster.Pointer, key, value));
        }
    }

    /// <summary>Version of XGBoost.</summary>
    /// <exception cref="UserErrorException">It is not installed.</exception>
    public static Version LibraryVersion => XGBoostLibrary.Version;

    /// <summary>Trees so far.</summary>
    public int Rounds { get; private set; }

    /// <summary>Adds a tree.</summary>
    public void Round()
    {
        XGBoostLibrary.Check(XGBoostNative.XGBoosterUpdateOneIter(booster.Pointer, Rounds, training.Pointer));
        Rounds++;
    }

    /// <summary>Mean logistic loss −ln p(label) of the training rows and, if there are any, of the watched ones.</summary>
    public (double Training, double? Watched) Loss()
    {
        nint[] matrices = [.. Matrices().Select(static m => m.Pointer)];
        string[] sets = matrices.Length == 1 ? ["training"] : ["training", "watched"];
        XGBoostLibrary.Check(XGBoostNative.XGBoosterEvalOneIter(booster.Pointer, Rounds, matrices, sets, (ulong)matrices.Length, out nint text));

        // As in "[7]\ttraining-logloss:0.31\twatched-logloss:0.35".
        double[] values = [.. Marshal.PtrToStringUTF8(text)!.Split('\t')[1..].Select(static t => double.Parse(t[(t.LastIndexOf(':') + 1)..], CultureInfo.InvariantCulture))];
        return (values[0], values.Length > 1 ? values[1] : null);
    }

    /// <summary>The first trees as a model.</summary>
    /// <param name="rounds">How many, from 1 to <see cref="Rounds"/>.</param>
    /// <param name="attributes">What else the model's file says: text by name.</param>
    public BoostedTrees Model(int rounds, IEnumerable<KeyValuePair<string, string>>? attributes = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rounds, Rounds);
        XGBoostLibrary.Check(XGBoostNative.XGBoosterSlice(booster.Pointer, 0, rounds, 1, out nint pointer));
        using XGBoostHandle slice = new(pointer, XGBoostNative.XGBoosterFree);
        XGBoostLibrary.Check(XGBoostNative.XGBoosterSetStrFeatureInfo(slice.Pointer, "feature_name", names, (ulong)names.Length));
        foreach ((string key, string value) in attributes ?? [])
        {
            XGBoostLibrary.Check(XGBoostNative.XGBoosterSetAttr(slice.Pointer, key, value));
        }

        XGBoostLibrary.Check(XGBoostNative.XGBoosterSaveModelToBuffer(slice.Pointer, """{"format": "json"}""", out ulong length, out nint bytes));
        byte[] json = new byte[length];
        Marshal.Copy(bytes, json, 0, json.Length);
        return BoostedTrees.Parse(json, "the model that XGBoost made", names);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        booster.Dispose();
        watched?.Dispose();
        training.Dispose();
    }

    private static XGBoostHandle Matrix(LabelledTable table)
    {
        string[] names = [.. table.Features.Names];
        float[] labels = [.. table.Labels.Select(static l => l ? 1.0f : 0.0f)];
        float[] weights = [.. table.Weights];
        XGBoostLibrary.Check(XGBoostNative.XGDMatrixCreateFromMat(table.Features.ToArray(), (ulong)table.Count, (ulong)names.Length, float.NaN, out nint pointer));
        XGBoostHandle matrix = new(pointer, XGBoostNative.XGDMatrixFree);
        XGBoostLibrary.Check(XGBoostNative.XGDMatrixSetFloatInfo(pointer, "label", labels, (ulong)labels.Length));
        XGBoostLibrary.Check(XGBoostNative.XGDMatrixSetFloatInfo(pointer, "weight", weights, (ulong)weights.Length));
        XGBoostLibrary.Check(XGBoostNative.XGDMatrixSetStrFeatureInfo(pointer, "feature_name", names, (ulong)names.Length));
        return matrix;
    }

    private IEnumerable<XGBoostHandle> Matrices() => watched is null ? [training] : [training, watched];

    private static IEnumerable<(string Key, string Value)> Parameters(BoostSettings settings)
    {
        static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
        yield return ("verbosity", "0");
        yield return ("nthread", "1");
        yield return ("booster", "gbtree");
        yield return ("tree_method", "exact");
        yield return ("objective", "binary:logistic");
        yield return ("eval_metric", "logloss");
        yield return ("base_score", "0.5");
        yield return ("seed_per_iteration", "1");
        yield return ("seed", settings.Seed.ToString(CultureInfo.InvariantCulture));
        yield return ("max_depth", settings.Depth.ToString(CultureInfo.InvariantCulture));
        yield return ("eta", Text(settings.Eta));
        yield return ("gamma", Text(settings.Gamma));
        yield return ("lambda", Text(settings.Lambda));
        yield return ("subsample", Text(settings.RowShare));
        yield return ("colsample_bytree", Text(settings.FeatureShare));
        yield return ("min_child_weight", Text(settings.LeastChildWeight));
    }
}
