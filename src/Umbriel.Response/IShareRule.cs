namespace Umbriel.Response;

/// <summary>How the points of a reference mixture share its pairs.</summary>
public interface IShareRule
{
    /// <summary>One share a point, not negative, summing to one.</summary>
    double[] Compute(IReadOnlyList<PointSample> points);
}
