# points: 2.0
_slopes = lecture_gradient(lambda x: x[0] ** 2, np.array([3]))
integer_slope = _slopes
integer_reason = " C "
