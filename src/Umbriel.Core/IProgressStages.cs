namespace Umbriel.Core;

/// <summary>Told of the progress of work in stages, one after the other.</summary>
public interface IProgressStages
{
    /// <summary>Ends the stage before and begins one.</summary>
    /// <param name="label">What is being done.</param>
    /// <param name="unit">What is counted, in the plural.</param>
    /// <param name="total">How many there are, at least one.</param>
    /// <returns>Told how many more are finished; may be called from any thread.</returns>
    IProgress<long> Begin(string label, string unit, long total);
}
